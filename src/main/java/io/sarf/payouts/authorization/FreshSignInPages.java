package io.sarf.payouts.authorization;

import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.access.PayoutsVisit;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.FreshSignIn;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.web.Moment;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * Between a sign-in that is too old and the window it was meant for. It leads back to that window and nowhere else, since
 * its address names an authorization and no page. It is a page and not a window itself: who signs in leaves.
 */
@Path("/dashboard/{application}/{environment}/authorizations/{id}" + FreshSignIn.PATH)
@RolesAllowed(Permission.Name.PAYOUTS)
@Blocking
class FreshSignInPages {
    /** @param codeUntil null while the bank has not been asked for a code */
    @CheckedTemplate(basePath = "authorizations", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SignInAgain(String base, String url, @Nullable Moment codeUntil) implements TemplateInstance {}

    private final PayoutsVisit visit;
    private final Frame frame;
    private final FreshSignIn fresh;
    private final Authorizations authorizations;
    private final SavedSelections selections;
    private final OidcSession session;

    FreshSignInPages(
            PayoutsVisit visit,
            Frame frame,
            FreshSignIn fresh,
            Authorizations authorizations,
            SavedSelections selections,
            OidcSession session) {
        this.visit = visit;
        this.frame = frame;
        this.fresh = fresh;
        this.authorizations = authorizations;
        this.selections = selections;
        this.session = session;
    }

    static String url(Scope scope, AuthorizationId id) {
        return AuthorizationPages.url(scope, id) + FreshSignIn.PATH;
    }

    /** Asks to sign in again, also whoever comes back from it no fresher: on its own it would go round for ever. */
    @GET
    public Response show(@BeanParam ScopePath here, @PathParam("id") AuthorizationId id) {
        var scope = visit.to(here, "payouts");
        var window = window(scope, id);
        return fresh.of(visit.person())
                ? Flash.silent(window)
                : Response.ok(new SignInAgain(scope.path(), url(scope, id), codeUntil(scope, id)))
                        .build();
    }

    /** Ends the session here, so that the same address leads to the identity provider ({@link FreshSignIn#PATH}). */
    @POST
    public Response signIn(@BeanParam ScopePath here, @PathParam("id") AuthorizationId id) {
        var scope = visit.to(here, "payouts");
        var window = window(scope, id);
        if (fresh.of(visit.person())) {
            return Flash.silent(window);
        }
        session.logout().await().indefinitely();
        return Flash.silent(url(scope, id));
    }

    /** The window of the code, or the review of what was selected; of others both are missing. */
    private String window(Scope scope, AuthorizationId id) {
        if (authorizations.find(scope, visit.person(), id).isPresent()) {
            return AuthorizationPages.url(scope, id);
        }
        return selections.review(scope, visit.person(), id);
    }

    private @Nullable Moment codeUntil(Scope scope, AuthorizationId id) {
        return authorizations
                .find(scope, visit.person(), id)
                .map(authorization -> Moment.of(authorization.expiresAt(), frame.lang()))
                .orElse(null);
    }
}
