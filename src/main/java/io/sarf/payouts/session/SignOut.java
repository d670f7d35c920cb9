package io.sarf.payouts.session;

import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.sarf.payouts.platform.Flash;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;

/** Ends the session of this request here, and then at the identity provider, where that has a place for it. */
@RequestScoped
class SignOut {
    private final OidcSession session;
    private final OidcConfigurationMetadata provider;

    SignOut(OidcSession session, OidcConfigurationMetadata provider) {
        this.session = session;
        this.provider = provider;
    }

    /** Not every provider is told of it: without a place for it there, the person has left this product only. */
    Response leave(UriInfo here) {
        var hint = session.getIdToken().getRawToken();
        session.logout().await().indefinitely();
        var there = provider.getEndSessionUri();
        return there == null
                ? Flash.silent("/")
                : Response.seeOther(UriBuilder.fromUri(there)
                                .queryParam("id_token_hint", hint)
                                .queryParam(
                                        "post_logout_redirect_uri",
                                        here.getBaseUri().resolve("/"))
                                .build())
                        .build();
    }
}
