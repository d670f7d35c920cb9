package io.sarf.payouts.team;

import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import io.sarf.payouts.web.Languages;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
class SignInLanguage implements OidcRedirectFilter {
    @Override
    public void filter(OidcRedirectContext redirect) {
        redirect.additionalQueryParams()
                .add("ui_locales", Languages.of(redirect.routingContext()).getLanguage());
    }
}
