package io.sarf.payouts.team;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * On the way to a fresh sign-in the identity provider asks for the password, whatever session it still has. Unremovable, since
 * it is looked up when it is needed and injected nowhere.
 */
@ApplicationScoped
@Unremovable
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
class FreshSignInRedirect implements OidcRedirectFilter {
    private final FreshSignIn fresh;

    FreshSignInRedirect(FreshSignIn fresh) {
        this.fresh = fresh;
    }

    @Override
    public void filter(OidcRedirectContext redirect) {
        if (redirect.routingContext().normalizedPath().endsWith(FreshSignIn.PATH)) {
            // With a greatest age asked for, a provider has to say when the person signed in.
            redirect.additionalQueryParams()
                    .add("prompt", "login")
                    .add("max_age", String.valueOf(fresh.age().toSeconds()));
        }
    }
}
