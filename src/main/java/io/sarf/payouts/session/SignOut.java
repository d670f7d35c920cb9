package io.sarf.payouts.session;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.sarf.payouts.platform.PublicUrl;
import jakarta.enterprise.context.RequestScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

@RequestScoped
class SignOut {
    private final OidcSession session;
    private final OidcConfigurationMetadata provider;
    private final PublicUrl publicUrl;

    SignOut(OidcSession session, OidcConfigurationMetadata provider, PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
        this.session = session;
        this.provider = provider;
    }

    /** Without an endpoint at the identity provider, the person is signed out of this product only. */
    String leave() {
        var home = publicUrl.of("/");
        var hint = session.getIdToken().getRawToken();
        session.logout().await().indefinitely();
        var there = provider.getEndSessionUri();
        return there == null
                ? home
                : there + (there.contains("?") ? "&" : "?") + "id_token_hint=" + encoded(hint)
                        + "&post_logout_redirect_uri=" + encoded(home);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
