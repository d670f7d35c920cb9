package io.sarf.payouts.session;

import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.quarkus.oidc.runtime.OidcProvider;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.sarf.payouts.team.ActiveSessions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * OpenID Connect Back-Channel Logout 1.0. The answer follows the update of the rows, so it holds for every node. A
 * route and not a page: the request has no CSRF token.
 */
@Singleton
class BackChannelRoute {
    private static final Logger LOG = Logger.getLogger(BackChannelRoute.class);
    private static final String PATH = "/sign-out/back-channel";
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final int BODY_MAX = 16_384;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TenantConfigBean providers;
    private final ActiveSessions sessions;

    BackChannelRoute(TenantConfigBean providers, ActiveSessions sessions) {
        this.providers = providers;
        this.sessions = sessions;
    }

    void register(@Observes Router router) {
        router.post(PATH)
                .handler(BodyHandler.create(false).setBodyLimit(BODY_MAX))
                .blockingHandler(this::ended, false);
    }

    private void ended(RoutingContext context) {
        var status = 200;
        try {
            var claims = verified(context.request().getFormAttribute("logout_token"));
            sessions.endedAtProvider(claims.getString("iss"), claims.getString("sid"), claims.getString("sub"));
        } catch (InvalidJwtException e) {
            // The message contains untrusted input, so only the error codes are logged.
            LOG.warnf("A logout token was refused: %s", codes(e));
            status = 400;
        }
        context.response()
                .setStatusCode(status)
                .putHeader("Cache-Control", "no-store")
                .end();
    }

    private static List<Integer> codes(InvalidJwtException refused) {
        return refused.getErrorDetails().stream()
                .map(ErrorCodeValidator.Error::getErrorCode)
                .toList();
    }

    /** Verifies the token as any other of the provider, then the claims of a logout token. */
    private JsonObject verified(@Nullable String token) throws InvalidJwtException {
        if (token == null) {
            throw new InvalidJwtException("logout_token is missing", List.of(), null);
        }
        verify(providers.getDefaultTenant().provider(), token);
        var claims = OidcCommonUtils.decodeJwtContent(token);
        var events = claims.getValue("events");
        var meant = events instanceof JsonObject object && object.containsKey(EVENT);
        if (!meant || claims.containsKey("nonce") || !(claims.containsKey("sid") || claims.containsKey("sub"))) {
            throw new InvalidJwtException("It is no logout token", List.of(), null);
        }
        return claims;
    }

    /** Reloads the provider's keys when this node does not know the token's. */
    private static void verify(OidcProvider provider, String token) throws InvalidJwtException {
        try {
            provider.verifyLogoutJwtToken(token);
        } catch (InvalidJwtException e) {
            if (!(e.getCause() instanceof UnresolvableKeyException)) {
                throw e;
            }
            provider.refreshJwksAndVerifyJwtToken(token, false, false, null)
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .atMost(PATIENCE);
            provider.verifyLogoutJwtToken(token);
        }
    }
}
