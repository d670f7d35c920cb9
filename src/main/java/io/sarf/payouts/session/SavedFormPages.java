package io.sarf.payouts.session;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.web.Moment;
import io.sarf.payouts.web.OwnCookie;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Stores a form that was sent after the session ended, and offers it to its sender after the sign-in. */
@Path(SavedFormPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Blocking
class SavedFormPages {
    static final String PATH = "/kept-form";

    /** Stores a form while its sender, who is signed in, signs in again. */
    static final String FOR_A_FRESH_SIGN_IN = PATH + "?fresh=true";

    /** The page a script must open for the sign-in: it cannot follow a redirect to the identity provider. */
    static final String SIGN_IN = "Sarf-Sign-In";

    private static final String AGAIN = "sarf-again";

    static final OwnCookie COOKIE = new OwnCookie("kept-form");

    record Field(String name, String value) {}

    /** @param action sends the form from here; {@code target} and {@code page} are where it was sent and shown first */
    @CheckedTemplate(basePath = "session", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Saved(String action, String target, String page, String name, List<Field> fields, Moment at, boolean sent)
            implements TemplateInstance {}

    private final SavedForms forms;
    private final CurrentMember caller;
    private final CurrentVertxRequest request;
    private final Frame frame;

    SavedFormPages(SavedForms forms, CurrentMember caller, CurrentVertxRequest request, Frame frame) {
        this.forms = forms;
        this.caller = caller;
        this.request = request;
        this.frame = frame;
    }

    /** No session is needed: the secret in the cookie identifies the owner. */
    @POST
    @PermitAll
    public Response save(
            @HeaderParam("Sarf-Window") @Nullable String window,
            @RestQuery boolean fresh,
            MultivaluedMap<String, String> fields) {
        var saved = secret(secret -> Optional.of(forms.save(secret, fields))).orElse(false);
        var next = saved ? fresh ? SignInAgainPages.url(PATH) : PATH : OwnPath.HOME;
        return window == null
                ? Flash.silent(next)
                : Response.status(Response.Status.UNAUTHORIZED)
                        .header(SIGN_IN, next)
                        .build();
    }

    @GET
    @Authenticated
    public Response show() {
        return secret(secret -> forms.of(caller.person().id(), secret))
                .map(saved -> Response.ok(page(saved)).build())
                .orElseGet(() -> Flash.silent(OwnPath.HOME));
    }

    /** Redirects the browser to the form's target with method and body (307). */
    @POST
    @Path("/sending")
    @Authenticated
    public Response send(@RestForm(AGAIN) boolean again) {
        return secret(secret -> forms.send(caller.person().id(), secret, again))
                .map(target -> Response.temporaryRedirect(URI.create(target)).build())
                .orElseGet(() -> Flash.silent(PATH));
    }

    private <T> Optional<T> secret(Function<String, Optional<T>> use) {
        return Optional.ofNullable(COOKIE.in(request.getCurrent())).flatMap(use);
    }

    private Saved page(SavedForms.Saved saved) {
        var fields = saved.fields().entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> new Field(field.getKey(), value)))
                .toList();
        return new Saved(
                PATH + "/sending",
                saved.target(),
                saved.page(),
                name(saved.page()),
                fields,
                Moment.of(saved.at(), frame.lang()),
                saved.sent());
    }

    private static String name(String page) {
        return page.replaceFirst("^/dashboard/[^/]+/", "").replaceFirst("\\?.*", "");
    }
}
