package io.sarf.payouts.client;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;

/** Publishes the public keys and the metadata of the authorization server (RFC 8414). */
@Path("/.well-known")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
class KeysApi {
    private final SigningKeys keys;
    private final Tokens tokens;

    KeysApi(SigningKeys keys, Tokens tokens) {
        this.keys = keys;
        this.tokens = tokens;
    }

    @GET
    @Path("jwks.json")
    @Operation(hidden = true)
    public Response keys() {
        var published = keys.published().keys().stream().map(KeysApi::webKey).toArray(JsonWebKey[]::new);
        var set = new JsonWebKeySet(published);
        return cached(set.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
    }

    @GET
    @Path("oauth-authorization-server")
    @Operation(hidden = true)
    public Response metadata() {
        var issuer = tokens.issuer();
        return cached(Map.of(
                "issuer", issuer,
                "token_endpoint", issuer + "/oauth2/token",
                "jwks_uri", issuer + "/.well-known/jwks.json",
                "grant_types_supported", List.of("client_credentials"),
                "response_types_supported", List.of(),
                "token_endpoint_auth_methods_supported", List.of("client_secret_post", "client_secret_basic"),
                "scopes_supported", List.of("api")));
    }

    private static Response cached(Object body) {
        return Response.ok(body)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .build();
    }

    private static JsonWebKey webKey(KeyRing.Key key) {
        var web = new RsaJsonWebKey(key.publicKey());
        web.setKeyId(key.kid());
        web.setUse("sig");
        web.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        return web;
    }
}
