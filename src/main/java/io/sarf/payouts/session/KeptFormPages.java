package io.sarf.payouts.session;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.sarf.payouts.platform.Flash;
import io.sarf.payouts.team.CurrentMember;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form that was sent too late: it is kept, and offered to its sender once they have signed in. */
@Path(KeptFormPages.PATH)
@Produces(MediaType.TEXT_HTML)
@Blocking
class KeptFormPages {
    static final String PATH = "/kept-form";

    private static final String COOKIE = "kept-form";

    record Field(String name, String value) {}

    /**
     * @param target where it is sent to
     * @param page where it stood
     */
    @CheckedTemplate(basePath = "session", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Kept(String target, String page, List<Field> fields) implements TemplateInstance {}

    private final KeptForms forms;
    private final CurrentMember caller;

    KeptFormPages(KeptForms forms, CurrentMember caller) {
        this.forms = forms;
        this.caller = caller;
    }

    /** For the form that is on its way; the same secret finds it again. */
    static Cookie cookie(String secret) {
        return Cookie.cookie(COOKIE, secret)
                .setPath("/")
                .setMaxAge(KeptForms.LIFE.toSeconds())
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure(Flash.overHttps());
    }

    /** Takes the form in, whoever sends it: the secret says whose it is. */
    @POST
    @PermitAll
    public Response keep(
            @CookieParam(COOKIE) @Nullable String secret,
            @HeaderParam("Sarf-Window") @Nullable String window,
            MultivaluedMap<String, String> fields) {
        var kept = secret != null && forms.keep(secret, fields);
        var next = kept ? PATH : "/dashboard";
        // A script cannot follow to the identity provider; it leads the whole window there.
        return window == null
                ? Flash.silent(next)
                : Response.status(Response.Status.UNAUTHORIZED)
                        .header("Sarf-Sign-In", next)
                        .build();
    }

    @GET
    @Authenticated
    public Response show(@CookieParam(COOKIE) @Nullable String secret) {
        if (secret == null) {
            return Flash.silent("/dashboard");
        }
        return forms.of(caller.person().id(), secret)
                .map(kept -> Response.ok(new Kept(
                                kept.target(),
                                kept.page(),
                                kept.fields().entrySet().stream()
                                        .flatMap(field -> field.getValue().stream()
                                                .map(value -> new Field(field.getKey(), value)))
                                        .toList()))
                        .build())
                .orElseGet(() -> Flash.silent("/dashboard"));
    }
}
