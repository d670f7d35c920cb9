package io.sarf.payouts.session;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import jakarta.enterprise.context.RequestScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Ends the session of this request here, and then at the identity provider, where that has a place for it. */
@RequestScoped
class SignOut {
    private final OidcSession session;
    private final OidcConfigurationMetadata provider;

    SignOut(OidcSession session, OidcConfigurationMetadata provider) {
        this.session = session;
        this.provider = provider;
    }

    /**
     * Not every provider is told of it: without a place for it there, the person has left this product only.
     *
     * @param home where the provider sends the browser then
     * @return where the browser goes on
     */
    String leave(URI home) {
        var hint = session.getIdToken().getRawToken();
        session.logout().await().indefinitely();
        var there = provider.getEndSessionUri();
        return there == null
                ? home.toString()
                : there + (there.contains("?") ? "&" : "?") + "id_token_hint=" + encoded(hint)
                        + "&post_logout_redirect_uri=" + encoded(home.toString());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
