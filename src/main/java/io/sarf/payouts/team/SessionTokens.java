package io.sarf.payouts.team;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the identity provider gives in our own rows, for Quarkus' authorization code flow. The cookie holds the secret
 * of a row, and stays the same when the tokens are renewed: other requests of the same browser are under way with it.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class SessionTokens implements TokenStateManager {
    private static final String FOUND = "sarf.session";
    private static final String SECRET = "sarf.session.secret";
    private static final String CALLER = "sarf.caller";

    /** Set by Quarkus from the moment on that the tokens of this request are renewed ones. */
    private static final String RENEWED = "refresh_token_grant_response";

    private static final int DEVICE = 255;

    private final KeptSessions sessions;

    SessionTokens(KeptSessions sessions) {
        this.sessions = sessions;
    }

    /** Who this request is from, as the session was read; null where the identity provider has just said something new. */
    static People.@Nullable Caller caller(RoutingContext request) {
        KeptSessions.Found found = request.get(FOUND);
        if (found == null || found.caller() == null || renewed(request)) {
            return null;
        }
        request.put(CALLER, found.caller());
        return found.caller();
    }

    static void signedIn(RoutingContext request, People.Caller caller) {
        request.put(CALLER, caller);
    }

    /** The session a request came with, alive or not; null for none. */
    static KeptSessions.@Nullable Found found(RoutingContext request) {
        return request.get(FOUND);
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext request,
            OidcTenantConfig config,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> blocking) {
        People.Caller caller = Objects.requireNonNull(request.get(CALLER));
        var kept = new KeptSessions.Tokens(tokens.getIdToken(), tokens.getRefreshToken());
        KeptSessions.Found found = request.get(FOUND);
        if (renewed(request) && found != null) {
            return blocking.runBlocking(() -> {
                if (!sessions.renew(found.id(), caller.person(), kept)) {
                    throw new AuthenticationFailedException("The session has ended meanwhile");
                }
                return Objects.requireNonNull(request.<String>get(SECRET));
            });
        }
        var browser = browser(request, tokens.getIdToken());
        return blocking.runBlocking(() -> sessions.start(caller.person(), browser, kept));
    }

    private static KeptSessions.Browser browser(RoutingContext request, String idToken) {
        var device = Objects.requireNonNullElse(request.request().getHeader("User-Agent"), "");
        return new KeptSessions.Browser(
                OidcCommonUtils.decodeJwtContent(idToken).getString("sid"),
                device.substring(0, Math.min(device.length(), DEVICE)),
                request.request().remoteAddress().hostAddress());
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext request,
            OidcTenantConfig config,
            String secret,
            OidcRequestContext<AuthorizationCodeTokens> blocking) {
        var application = Doorkeeper.application(request.normalizedPath());
        return blocking.runBlocking(() -> {
            var found = sessions.find(secret, application);
            request.put(FOUND, found);
            request.put(SECRET, secret);
            var tokens = found == null ? null : found.tokens();
            if (tokens == null) {
                throw new AuthenticationFailedException("The session is over");
            }
            return new AuthorizationCodeTokens(tokens.id(), null, tokens.refresh());
        });
    }

    /** Called when somebody leaves, when the tokens could not be renewed, and each time before new ones are kept. */
    @Override
    public Uni<Void> deleteTokens(
            RoutingContext request, OidcTenantConfig config, String secret, OidcRequestContext<Void> blocking) {
        KeptSessions.Found found = request.get(FOUND);
        if (found == null || found.tokens() == null || renewed(request)) {
            return Uni.createFrom().voidItem();
        }
        // Who was let in leaves. Who was not could not renew the tokens, which another request may have done meanwhile.
        var left = request.get(CALLER) != null;
        UUID id = found.id();
        return blocking.runBlocking(() -> {
            sessions.end(id, left ? null : found.renewals());
            return null;
        });
    }

    private static boolean renewed(RoutingContext request) {
        return Boolean.TRUE.equals(request.get(RENEWED));
    }
}
