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

/** A full page, because signing in leaves the dialog. Its path names an authorization, so it leads back only there. */
@Path("/dashboard/{application}/{environment}/authorizations/{id}" + FreshSignIn.PATH)
@RolesAllowed(Permission.Name.PAYOUTS)
@Blocking
class FreshSignInPages {
    /** @param codeUntil null if the bank was not asked for a code */
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

    /** Never redirects by itself: a person who returns without a fresh sign-in would loop forever. */
    @GET
    public Response show(@BeanParam ScopePath here, @PathParam("id") AuthorizationId id) {
        var scope = visit.to(here, "payouts");
        var page = page(scope, id);
        return fresh.of(visit.person())
                ? Flash.silent(page)
                : Response.ok(new SignInAgain(scope.path(), url(scope, id), codeUntil(scope, id)))
                        .build();
    }

    /** Ends the session, so that the same path leads to the identity provider ({@link FreshSignIn#PATH}). */
    @POST
    public Response signIn(@BeanParam ScopePath here, @PathParam("id") AuthorizationId id) {
        var scope = visit.to(here, "payouts");
        var page = page(scope, id);
        if (fresh.of(visit.person())) {
            return Flash.silent(page);
        }
        session.logout().await().indefinitely();
        return Flash.silent(url(scope, id));
    }

    private String page(Scope scope, AuthorizationId id) {
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
