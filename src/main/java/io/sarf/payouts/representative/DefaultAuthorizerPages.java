package io.sarf.payouts.representative;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.connection.ChangeDefaultAuthorizer;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.FreshSignIn;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.work.WaitingCalls;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Changes a default authorizer in three steps: choose, review, confirm. */
@Path("/representative/applications/{id}/{environment}/default-authorizer")
@RolesAllowed(Permission.Name.REPRESENTATIVE)
@Produces(MediaType.TEXT_HTML)
@Blocking
class DefaultAuthorizerPages {
    private static final int REASON_MAX = RepresentativeApplicationPages.REASON_MAX;

    /** @param closed why the login cannot be chosen; null when it can */
    record Choice(
            String id,
            String user,
            String by,
            boolean chosen,
            @Nullable String closed) {}

    /** @param key identifies the bank on the page */
    record AtBank(
            String key,
            String bank,
            Choice from,
            List<Choice> choices,
            boolean any,
            String reason,
            @Nullable String choiceError,
            @Nullable String reasonError) {}

    @CheckedTemplate(basePath = "representative", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DefaultAuthorizers(
            String application, String environment, String back, String url, List<AtBank> banks, int reasonMax)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "representative", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DefaultAuthorizerReview(
            String application,
            String environment,
            String url,
            String bank,
            Choice from,
            Choice to,
            String reason,
            boolean expired,
            boolean gone,
            boolean nobodyLeft)
            implements TemplateInstance {}

    private final Applications applications;
    private final Authorizers authorizers;
    private final ChangeDefaultAuthorizer passOn;
    private final Banks banks;
    private final FreshSignIn fresh;
    private final WaitingCalls waiting;
    private final CurrentMember caller;
    private final Frame frame;

    DefaultAuthorizerPages(
            Applications applications,
            Authorizers authorizers,
            ChangeDefaultAuthorizer passOn,
            Banks banks,
            FreshSignIn fresh,
            WaitingCalls waiting,
            CurrentMember caller,
            Frame frame) {
        this.applications = applications;
        this.authorizers = authorizers;
        this.passOn = passOn;
        this.banks = banks;
        this.fresh = fresh;
        this.waiting = waiting;
        this.caller = caller;
        this.frame = frame;
    }

    @GET
    public TemplateInstance show(@PathParam("id") ApplicationId id, @PathParam("environment") Environment environment) {
        return page(new Scope(id, environment), new AuthorizerForm());
    }

    @POST
    @Path("/review")
    public Response review(
            @PathParam("id") ApplicationId id,
            @PathParam("environment") Environment environment,
            @BeanParam AuthorizerForm chosen) {
        var scope = new Scope(id, environment);
        var bank = authorizers.of(scope, chosen.from);
        if (bank == null) {
            return Flash.refused(url(scope), words().stale());
        }
        var to = bank.choosable(chosen.to);
        if (to == null || !chosen.explained()) {
            return Response.status(RepresentativeApplicationPages.UNPROCESSABLE)
                    .entity(page(scope, chosen))
                    .build();
        }
        return Response.ok(new DefaultAuthorizerReview(
                        application(scope),
                        environment(scope),
                        url(scope),
                        banks.name(bank.bank(), frame.lang()),
                        choice(bank.from(), null),
                        choice(to, chosen.to),
                        chosen.why(),
                        bank.from().expired(),
                        bank.from().gone(),
                        bank.nobodyLeftWithout(to)))
                .build();
    }

    @POST
    public CompletionStage<Response> change(
            @PathParam("id") ApplicationId id,
            @PathParam("environment") Environment environment,
            @BeanParam AuthorizerForm chosen) {
        var scope = new Scope(id, environment);
        applications.require(scope);
        fresh.require(caller.person());
        var pair = authorizers.pair(scope, chosen.from, chosen.to);
        if (pair == null || !chosen.explained()) {
            return CompletableFuture.completedStage(Flash.refused(url(scope), words().stale()));
        }
        return waiting.run(scope.application(), () -> changed(scope, pair, chosen));
    }

    private Response changed(Scope scope, Authorizers.Pair pair, AuthorizerForm chosen) {
        try {
            passOn.passOn(
                    scope,
                    pair.from().id(),
                    pair.to().id(),
                    chosen.why(),
                    caller.person().representative());
        } catch (Refused refused) {
            return Flash.refused(url(scope), why(refused));
        }
        var bank = banks.name(pair.to().bank(), frame.lang());
        return Flash.done(url(scope), words().changed(bank, pair.to().connectedByName()));
    }

    private String why(Refused refused) {
        return switch (refused.code()) {
            case "CREDENTIALS_EXPIRED" -> words().turnedAway();
            case "OTHER_ACCOUNTS" -> words().otherAccounts();
            case "NO_ANSWER" -> words().noAnswer();
            case "AUTHORIZING" -> words().authorizing();
            default -> words().stale();
        };
    }

    private DefaultAuthorizers page(Scope scope, AuthorizerForm chosen) {
        return new DefaultAuthorizers(
                application(scope),
                environment(scope),
                RepresentativeApplicationPages.path(scope.application()),
                url(scope),
                authorizers.all(scope).stream()
                        .map(bank -> atBank(bank, chosen))
                        .toList(),
                REASON_MAX);
    }

    private AtBank atBank(Authorizers.AtBank bank, AuthorizerForm chosen) {
        var mine = bank.from().id().toString().equals(chosen.from);
        return new AtBank(
                bank.bank(),
                banks.name(bank.bank(), frame.lang()),
                choice(bank.from(), null),
                bank.others().stream()
                        .map(other -> choice(other, mine ? chosen.to : null))
                        .toList(),
                bank.others().stream().anyMatch(Authorizers.Login::choosable),
                mine ? chosen.why() : "",
                mine && bank.choosable(chosen.to) == null ? words().choose() : null,
                mine && !chosen.explained() ? words().reasonNeeded(REASON_MAX) : null);
    }

    private Choice choice(Authorizers.Login login, @Nullable String chosen) {
        var closed = login.expired() ? words().expired() : login.gone() ? words().gone() : null;
        return new Choice(
                login.id().toString(),
                login.user(),
                login.connectedByName(),
                login.id().toString().equals(chosen),
                closed);
    }

    private String application(Scope scope) {
        applications.require(scope);
        return applications.require(scope.application()).name();
    }

    private String environment(Scope scope) {
        return RepresentativeApplicationPages.name(scope.environment(), frame.lang());
    }

    static String url(Scope scope) {
        return RepresentativeApplicationPages.path(scope.application()) + "/"
                + scope.environment().path() + "/default-authorizer";
    }

    private DefaultAuthorizerMessages words() {
        return MessageBundles.get(DefaultAuthorizerMessages.class, Localized.Literal.of(frame.lang()));
    }
}
