package io.sarf.payouts.settings;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.application.Application;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.client.CallLimits;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.FreshSignIn;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.web.PlainText;
import io.sarf.payouts.work.Retention;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

@Path("/dashboard/{application}/{environment}/settings")
@RolesAllowed(Permission.Name.SETTINGS)
@Produces(MediaType.TEXT_HTML)
@Blocking
class SettingsPages {
    private static final int UNPROCESSABLE = 422;

    record Fact(String label, String value, String meaning) {}

    /** @param action where the sandbox's setting is changed; null in Production */
    record SecondPerson(
            boolean asked, String state, @Nullable String action) {}

    @CheckedTemplate(basePath = "settings", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Settings(
            String action,
            String name,
            long version,
            int nameMax,
            @Nullable String error,
            String logoAction,
            SecondPerson secondPerson,
            List<Fact> facts)
            implements TemplateInstance {}

    private final Applications applications;
    private final RenameApplication renaming;
    private final AskForSecondPerson secondPerson;
    private final CallLimits limits;
    private final FreshSignIn freshSignIn;
    private final List<Retention> retentions;
    private final CurrentMember caller;
    private final Frame frame;

    SettingsPages(
            Applications applications,
            RenameApplication renaming,
            AskForSecondPerson secondPerson,
            CallLimits limits,
            FreshSignIn freshSignIn,
            @All List<Retention> retentions,
            CurrentMember caller,
            Frame frame) {
        this.applications = applications;
        this.renaming = renaming;
        this.secondPerson = secondPerson;
        this.limits = limits;
        this.freshSignIn = freshSignIn;
        this.retentions = retentions;
        this.caller = caller;
        this.frame = frame;
    }

    @GET
    public TemplateInstance show(@BeanParam ScopePath here) {
        var scope = frame.at(here, "settings");
        return page(scope, applications.require(scope.application()).name(), null);
    }

    @POST
    @Path("/name")
    public Response rename(
            @BeanParam ScopePath here, @RestForm @Nullable String name, @RestForm @Nullable Long version) {
        var scope = frame.at(here, "settings");
        var typed = name == null ? "" : name.strip();
        if (!Application.mayBeCalled(typed)) {
            return again(
                    scope,
                    typed,
                    PlainText.is(typed) ? words().nameInvalid(Application.NAME_MAX) : PlainText.refusal(frame.lang()));
        }
        try {
            var done = renaming.rename(caller.member(), caller.person(), typed, version == null ? -1 : version);
            return Flash.done(
                    path(scope),
                    done ? PlainText.warned(words().saved(typed), typed, frame.lang()) : words().unchanged());
        } catch (Refused e) {
            var now = applications.require(scope.application()).name();
            return again(scope, typed, words().changed(now));
        }
    }

    @POST
    @Path("/second-person")
    public Response askForSecondPerson(@BeanParam ScopePath here) {
        return secondPerson(frame.at(here, "settings"), true);
    }

    @POST
    @Path("/second-person/removal")
    public Response askNoMore(@BeanParam ScopePath here) {
        return secondPerson(frame.at(here, "settings"), false);
    }

    private Response secondPerson(Scope scope, boolean asked) {
        try {
            secondPerson.set(scope, caller.member(), caller.person(), asked);
        } catch (Refused always) {
            return Flash.refused(path(scope), words().secondPersonAlways());
        }
        return Flash.done(path(scope), asked ? words().secondPersonEnabled() : words().secondPersonDisabled());
    }

    private Response again(Scope scope, String name, String error) {
        return Response.status(UNPROCESSABLE).entity(page(scope, name, error)).build();
    }

    private Settings page(Scope scope, String name, @Nullable String error) {
        var version = applications.require(scope.application()).version();
        return new Settings(
                path(scope) + "/name",
                name,
                version,
                Application.NAME_MAX,
                error,
                path(scope) + "/logo",
                secondPerson(scope),
                facts());
    }

    private SecondPerson secondPerson(Scope scope) {
        var words = words();
        var asked = applications.require(scope).secondPerson();
        if (!scope.sandbox()) {
            return new SecondPerson(asked, words.secondPersonAlways(), null);
        }
        var action = path(scope) + "/second-person";
        return asked
                ? new SecondPerson(true, words.secondPersonOn(), action + "/removal")
                : new SecondPerson(false, words.secondPersonOff(), action);
    }

    private List<Fact> facts() {
        var words = words();
        return List.of(
                new Fact(words.calls(), words.callsValue(limits.perMinute()), words.callsMeaning()),
                new Fact(words.signIn(), SettingsWords.of(freshSignIn.age(), words), words.signInMeaning()),
                new Fact(words.requestLog(), stored("api_request"), words.requestLogMeaning()),
                new Fact(words.deliveries(), stored("webhook_delivery"), words.deliveriesMeaning()),
                new Fact(words.keys(), stored("idempotent_call"), words.keysMeaning()),
                new Fact(words.activity(), words.forGood(), words.activityMeaning()));
    }

    private String stored(String table) {
        var life = retentions.stream()
                .filter(retention -> retention.table().equals(table))
                .map(Retention::life)
                .findFirst()
                .orElseThrow();
        return SettingsWords.of(life, words());
    }

    private static String path(Scope scope) {
        return scope.path() + "/settings";
    }

    private SettingsMessages words() {
        return SettingsWords.in(frame.lang());
    }
}
