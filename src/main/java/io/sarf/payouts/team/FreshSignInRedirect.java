package io.sarf.payouts.team;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes the identity provider ask for the password although it has a session. Unremovable: nothing injects it. */
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
            // With max_age the provider must report when the person signed in.
            redirect.additionalQueryParams()
                    .add("prompt", "login")
                    .add("max_age", String.valueOf(fresh.age().toSeconds()));
        }
    }
}
