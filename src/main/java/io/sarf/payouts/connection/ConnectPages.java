package io.sarf.payouts.connection;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.access.PayoutsVisit;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.availability.BankSwitches;
import io.sarf.payouts.bank.Bank;
import io.sarf.payouts.bank.BankProfile;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.connection.ConnectionWords.Faults;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.FreshSignIn;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.web.Shown;
import io.sarf.payouts.work.WaitingCalls;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Connect account: choose the bank, then enter the credentials; then {@link CodePages}. */
@Path("/dashboard/{application}/{environment}/connections/new")
@RolesAllowed(Permission.Name.PAYOUTS)
@Produces(MediaType.TEXT_HTML)
@Blocking
class ConnectPages {
    static final int UNPROCESSABLE = 422;

    /** @param closed why the reader cannot connect it; null if they can */
    record Choice(
            String url,
            BankBadge bank,
            String country,
            boolean retail,
            @Nullable String closed) {}

    @CheckedTemplate(basePath = "connection", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BankChoice(String listUrl, List<Choice> choices) implements TemplateInstance {}

    /**
     * @param renews the bank user whose credentials are renewed; null for a new connection
     * @param asDefault whether the page says that these credentials become the default authorizer; the form repeats it
     */
    @CheckedTemplate(basePath = "connection", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CredentialsForm(
            String title,
            String action,
            String banksUrl,
            String listUrl,
            BankBadge bank,
            boolean retail,
            boolean asDefault,
            @Nullable String renews,
            @Nullable String closed,
            @Nullable String testUsersUrl,
            String userName,
            Faults faults)
            implements TemplateInstance {}

    private final ConnectBank connect;
    private final Connections connections;
    private final Banks banks;
    private final BankSwitches switches;
    private final WaitingCalls waiting;
    private final FreshSignIn fresh;
    private final PayoutsVisit visit;
    private final Frame frame;

    ConnectPages(
            ConnectBank connect,
            Connections connections,
            Banks banks,
            BankSwitches switches,
            WaitingCalls waiting,
            FreshSignIn fresh,
            PayoutsVisit visit,
            Frame frame) {
        this.connect = connect;
        this.connections = connections;
        this.banks = banks;
        this.switches = switches;
        this.waiting = waiting;
        this.fresh = fresh;
        this.visit = visit;
        this.frame = frame;
    }

    static String url(Scope scope, String bank) {
        return ConnectionPages.url(scope) + "/new/" + bank;
    }

    @GET
    public TemplateInstance choose(@BeanParam ScopePath here) {
        var scope = visit.to(here, "connections");
        var off = switches.off(scope);
        var choices = banks.all(scope.sandbox()).stream()
                .map(Bank::profile)
                .map(bank -> choice(scope, bank, off.contains(bank.identifier())))
                .toList();
        return new BankChoice(ConnectionPages.url(scope), choices);
    }

    @GET
    @Path("/{bank}")
    public TemplateInstance credentials(@BeanParam ScopePath here, @RestPath String bank) {
        var scope = visit.to(here, "connections");
        var profile = profile(scope, bank);
        // Requires the new sign-in before the credentials are typed, because they are not stored during it.
        fresh.require(visit.person());
        return form(scope, profile, "", Faults.NONE);
    }

    @POST
    @Path("/{bank}")
    public CompletionStage<Response> begin(
            @BeanParam ScopePath here,
            @RestPath String bank,
            @RestForm("user_name") @Nullable String userName,
            @RestForm @Nullable String password,
            @RestForm("as_default") boolean asDefault,
            @RestForm boolean understood) {
        var scope = visit.to(here, "connections");
        var profile = profile(scope, bank);
        fresh.require(visit.person());
        var name = userName == null ? "" : userName.strip();
        var secret = password == null ? "" : password;
        var faults = words().check(name, secret, understood || !asDefault);
        if (faults.any()) {
            return CompletableFuture.completedStage(again(form(scope, profile, name, faults)));
        }
        return waiting.run(
                scope.application(), () -> connected(scope, profile, new Credentials(name, secret), asDefault));
    }

    private Response connected(Scope scope, BankProfile profile, Credentials credentials, boolean asDefault) {
        var name = credentials.userName();
        try {
            var step = connect.begin(scope, visit.person(), profile.identifier(), credentials, asDefault);
            return answer(scope, profile, step, reason -> refused(scope, profile, name, reason));
        } catch (Refused e) {
            return refused(scope, profile, name, words().of(e));
        }
    }

    Response answer(Scope scope, BankProfile bank, ConnectBank.Step step, Function<String, Response> again) {
        var name = BankBadge.of(bank, frame.lang()).name();
        if (step instanceof ConnectBank.Step.Connected connected) {
            return Flash.done(ConnectionPages.url(scope), words().connected(connected.connection(), name));
        }
        if (step instanceof ConnectBank.Step.Renewed) {
            return Flash.done(ConnectionPages.url(scope), words().renewal().done(name));
        }
        if (step instanceof ConnectBank.Step.OtpNeeded needed) {
            return Flash.silent(CodePages.url(scope, needed.attempt()));
        }
        var no = (ConnectBank.Step.Refused) step;
        return again.apply(words().of(no.why()));
    }

    Response refused(Scope scope, BankProfile bank, String userName, String reason) {
        return again(form(scope, bank, userName, Faults.of(reason)));
    }

    private CredentialsForm form(Scope scope, BankProfile bank, String userName, Faults faults) {
        var identifier = bank.identifier();
        var face = BankBadge.of(bank, frame.lang());
        return new CredentialsForm(
                words().messages().signIn(face.name()),
                url(scope, identifier),
                ConnectionPages.url(scope) + "/new",
                ConnectionPages.url(scope),
                face,
                !bank.payouts(),
                connections.defaultAuthorizer(scope, identifier).isEmpty(),
                null,
                closed(scope, identifier),
                testUsersUrl(scope),
                userName,
                faults);
    }

    static @Nullable String testUsersUrl(Scope scope) {
        return scope.sandbox() ? scope.path() + "/integration" : null;
    }

    static Response again(CredentialsForm form) {
        return Response.status(UNPROCESSABLE).entity(form).build();
    }

    private Choice choice(Scope scope, BankProfile bank, boolean off) {
        return new Choice(
                url(scope, bank.identifier()),
                BankBadge.of(bank, frame.lang()),
                Shown.country(bank.country(), Locale.forLanguageTag(frame.lang())),
                !bank.payouts(),
                closed(scope, bank, off));
    }

    private @Nullable String closed(Scope scope, BankProfile bank, boolean off) {
        if (mine(scope, bank.identifier())) {
            return words().messages().mine();
        } else if (off) {
            return words().banks().closed();
        }
        return bank.active() ? null : words().messages().closed();
    }

    private @Nullable String closed(Scope scope, String bank) {
        if (mine(scope, bank)) {
            return words().messages().alreadyConnected();
        }
        return switches.on(scope, bank) ? null : words().banks().switchedOff();
    }

    private boolean mine(Scope scope, String bank) {
        return connections.of(scope, visit.person().id(), bank).isPresent();
    }

    BankProfile profile(Scope scope, String bank) {
        return banks.find(bank, scope.sandbox()).map(Bank::profile).orElseThrow(() -> new Missing("bank"));
    }

    private ConnectionWords words() {
        return ConnectionWords.in(frame.lang());
    }
}
