package io.sarf.payouts.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.security.Authenticated;
import io.sarf.payouts.application.Application;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.People;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.web.PlainText;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

@Path("/dashboard")
@Authenticated
@Produces(MediaType.TEXT_HTML)
@Blocking
class DashboardPages {
    private static final int UNPROCESSABLE = 422;

    record Choice(String name, String url) {}

    @CheckedTemplate(basePath = "home", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Choose(List<Choice> choices) implements TemplateInstance {}

    @CheckedTemplate(basePath = "home", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Found(String name, @Nullable String error, int nameMax) implements TemplateInstance {}

    private final FoundApplication founding;
    private final People people;
    private final CurrentMember caller;
    private final Frame frame;

    DashboardPages(FoundApplication founding, People people, CurrentMember caller, Frame frame) {
        this.founding = founding;
        this.people = people;
        this.caller = caller;
        this.frame = frame;
    }

    @GET
    public Response arrive() {
        if (caller.representative()) {
            return Flash.silent("/representative");
        }
        var choices = people.memberships(caller.person()).stream()
                .map(one -> new Choice(one.name(), start(one.application())))
                .toList();
        return switch (choices.size()) {
            case 0 -> Response.ok(form("", null)).build();
            case 1 -> Flash.silent(choices.get(0).url());
            default -> Response.ok(new Choose(choices)).build();
        };
    }

    @POST
    @Path("/applications")
    public Response found(@RestForm @Nullable String name) {
        var typed = name == null ? "" : name.strip();
        if (!Application.mayBeCalled(typed)) {
            return again(
                    typed,
                    PlainText.is(typed) ? words().nameInvalid(Application.NAME_MAX) : PlainText.refusal(frame.lang()));
        }
        try {
            return Flash.done(
                    start(founding.found(caller.person(), caller.representative(), typed)),
                    PlainText.warned(words().founded(typed), typed, frame.lang()));
        } catch (Refused e) {
            return again(typed, words().representativeRefused());
        }
    }

    private Response again(String name, String error) {
        return Response.status(UNPROCESSABLE).entity(form(name, error)).build();
    }

    private static Found form(String name, @Nullable String error) {
        return new Found(name, error, Application.NAME_MAX);
    }

    private static String start(ApplicationId application) {
        return new Scope(application, Environment.SANDBOX).path() + "/getting-started";
    }

    private HomeMessages words() {
        return MessageBundles.get(HomeMessages.class, Localized.Literal.of(frame.lang()));
    }
}
