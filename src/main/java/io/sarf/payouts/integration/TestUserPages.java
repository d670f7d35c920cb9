package io.sarf.payouts.integration;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.BankProfile;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.bank.sandbox.Sandbox.AmountTrigger;
import io.sarf.payouts.bank.sandbox.Sandbox.TestUser;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Flash;
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
import java.util.function.Consumer;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/dashboard/{application}/{environment}/integration/test-users")
@RolesAllowed(Permission.Name.SEE_TEST_USERS)
@Produces(MediaType.TEXT_HTML)
@Blocking
class TestUserPages {
    private static final String RETAIL = "RETAIL";
    private static final List<String> SME_KINDS =
            List.of("AUTHORIZER", "AUTHORIZER_WITH_OTP", "MAKER", "PASSWORD_EXPIRED", "LOCKED");

    record Line(
            String userName,
            String password,
            String bank,
            String purpose,
            boolean held,
            boolean expired,
            boolean locked,
            String expiry,
            String removal) {}

    record Choice(String value, String label) {}

    @CheckedTemplate(basePath = "integration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TestUserList(
            String back,
            String path,
            boolean retail,
            boolean manages,
            boolean away,
            List<Line> lines,
            List<Choice> banks,
            List<Choice> kinds,
            List<Choice> lapses,
            List<AmountTrigger> triggers)
            implements TemplateInstance {}

    private final TestUsers users;
    private final Banks banks;
    private final CurrentMember caller;
    private final Frame frame;

    TestUserPages(TestUsers users, Banks banks, CurrentMember caller, Frame frame) {
        this.users = users;
        this.banks = banks;
        this.caller = caller;
        this.frame = frame;
    }

    @GET
    public TemplateInstance list(@BeanParam ScopePath here, @RestQuery @Nullable String accounts) {
        var scope = frame.at(here, "integration");
        var retail = "retail".equals(accounts);
        var all = users.all(scope);
        var lines = all.orElse(List.of()).stream()
                .filter(user -> retail == user.kind().equals(RETAIL))
                .map(user -> line(scope, user))
                .toList();
        return new TestUserList(
                IntegrationPages.path(scope),
                path(scope),
                retail,
                caller.member().may(Permission.TEST_USERS),
                all.isEmpty(),
                lines,
                banks(retail),
                kinds(retail),
                TimeLapsePages.choices(words()),
                retail ? List.of() : users.triggers());
    }

    @POST
    @RolesAllowed(Permission.Name.TEST_USERS)
    public Response add(@BeanParam ScopePath here, @RestForm @Nullable String bank, @RestForm @Nullable String kind) {
        var scope = here.scope();
        var retail = RETAIL.equals(kind);
        var offered = banks(retail).stream().anyMatch(one -> one.value().equals(bank));
        if (bank == null || kind == null || !offered || !(retail || SME_KINDS.contains(kind))) {
            return Flash.refused(place(scope, retail), words().choose());
        }
        return done(
                scope,
                retail,
                words().added(),
                at -> users.add(at, bank, kind, caller.person().actor()));
    }

    @POST
    @Path("/{user}/removal")
    @RolesAllowed(Permission.Name.TEST_USERS)
    public Response delete(
            @BeanParam ScopePath here, @PathParam("user") String user, @RestForm @Nullable String accounts) {
        return change(here.scope(), user, accounts, users::delete, words().deleted());
    }

    @POST
    @Path("/{user}/session-expiry")
    @RolesAllowed(Permission.Name.TEST_USERS)
    public Response expire(
            @BeanParam ScopePath here, @PathParam("user") String user, @RestForm @Nullable String accounts) {
        return change(here.scope(), user, accounts, users::expireSession, words().sessionExpired());
    }

    private interface Deed {
        void to(Scope scope, String user, Actor by);
    }

    private Response change(Scope scope, String user, @Nullable String accounts, Deed deed, String text) {
        var by = caller.person().actor();
        return done(scope, "retail".equals(accounts), text, at -> deed.to(at, user, by));
    }

    private Response done(Scope scope, boolean retail, String text, Consumer<Scope> action) {
        try {
            action.accept(scope);
            return Flash.done(place(scope, retail), text);
        } catch (Refused e) {
            return Flash.refused(place(scope, retail), words().noAnswer());
        }
    }

    private Line line(Scope scope, TestUser user) {
        var place = path(scope) + "/" + user.id();
        return new Line(
                user.userName(),
                user.password(),
                banks.name(user.bank(), frame.lang()),
                purpose(user.kind(), user.purpose()),
                user.held(),
                user.expired(),
                user.locked(),
                place + "/session-expiry",
                place + "/removal");
    }

    private List<Choice> banks(boolean retail) {
        var type = retail ? BankProfile.Type.RETAIL : BankProfile.Type.SME;
        return banks.all().stream()
                .map(bank -> bank.profile())
                .filter(profile -> profile.mock() && profile.type() == type)
                .map(profile -> new Choice(profile.identifier(), profile.name(frame.lang())))
                .toList();
    }

    private List<Choice> kinds(boolean retail) {
        var kinds = retail ? List.of(RETAIL) : SME_KINDS;
        return kinds.stream().map(kind -> new Choice(kind, purpose(kind, kind))).toList();
    }

    private String purpose(String kind, String otherwise) {
        var words = words();
        return switch (kind) {
            case "AUTHORIZER" -> words.authorizer();
            case "AUTHORIZER_WITH_OTP" -> words.authorizerWithOtp();
            case "MAKER" -> words.maker();
            case "PASSWORD_EXPIRED" -> words.passwordExpired();
            case "LOCKED" -> words.lockedPurpose();
            case RETAIL -> words.retailPurpose();
            default -> otherwise;
        };
    }

    private static String path(Scope scope) {
        return IntegrationPages.path(scope) + "/test-users";
    }

    /** The list exists only in the sandbox. */
    static String place(Scope scope, boolean retail) {
        if (!scope.sandbox()) {
            throw new Missing("test user");
        }
        return path(scope) + (retail ? "?accounts=retail" : "");
    }

    private IntegrationMessages words() {
        return MessageBundles.get(IntegrationMessages.class, Localized.Literal.of(frame.lang()));
    }
}
