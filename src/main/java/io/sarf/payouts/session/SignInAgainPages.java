package io.sarf.payouts.session;

import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.FreshSignIn;
import io.sarf.payouts.web.Flash;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path(FreshSignIn.PATH)
@Authenticated
@Produces(MediaType.TEXT_HTML)
@Blocking
class SignInAgainPages {
    @CheckedTemplate(basePath = "session", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SignInAgain(String action, String to, long minutes, boolean saved) implements TemplateInstance {}

    private final FreshSignIn fresh;
    private final CurrentMember caller;
    private final OidcSession session;

    SignInAgainPages(FreshSignIn fresh, CurrentMember caller, OidcSession session) {
        this.fresh = fresh;
        this.caller = caller;
        this.session = session;
    }

    static String url(String to) {
        return FreshSignIn.PATH + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }

    /** A page and no redirect: a provider that does not ask for the password would cause an endless loop. */
    @GET
    public Response show(@RestQuery @Nullable String to) {
        var target = OwnPath.of(to);
        return fresh.of(caller.person())
                ? Flash.silent(target)
                : Response.ok(new SignInAgain(
                                FreshSignIn.PATH, target, fresh.age().toMinutes(), target.equals(SavedFormPages.PATH)))
                        .build();
    }

    /** Ends the session, so that the redirect to this path leads to the identity provider and the password. */
    @POST
    public Response signIn(@RestForm @Nullable String to) {
        var target = OwnPath.of(to);
        if (fresh.of(caller.person())) {
            return Flash.silent(target);
        }
        session.logout().await().indefinitely();
        return Flash.silent(url(target));
    }
}
