package io.sarf.payouts.team;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.sarf.payouts.api.Unforeseen;
import io.sarf.payouts.web.OwnCookie;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stores the identity provider's tokens in rows. The cookie has the secret of a row and does not change when tokens are
 * renewed, because other requests of the same browser still use it.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class TokenStateStore implements TokenStateManager {
    private static final String FOUND = "sarf.session";
    private static final String SECRET = "sarf.session.secret";
    private static final String CALLER = "sarf.caller";

    /** Set by Quarkus as soon as the tokens of this request are renewed. */
    private static final String RENEWED = "refresh_token_grant_response";

    /** Set by us when the renewed tokens are stored; from then on a deletion ends the session. */
    private static final String RENEWAL_STORED = "sarf.session.renewal-kept";

    private static final String UNREAD = "sarf.session.unread";

    /** Quarkus removes its own cookie at the first request after a session has ended; a form may follow. */
    private static final OwnCookie LAST = new OwnCookie("last-session");

    private static final int DEVICE = 255;

    private final SessionStore sessions;

    TokenStateStore(SessionStore sessions) {
        this.sessions = sessions;
    }

    /** Null where the identity provider has just issued new claims. */
    static People.@Nullable Caller caller(RoutingContext request) {
        SessionStore.Found found = request.get(FOUND);
        if (found == null || found.caller() == null || renewed(request)) {
            return null;
        }
        request.put(CALLER, found.caller());
        return found.caller();
    }

    static void signedIn(RoutingContext request, People.Caller caller) {
        request.put(CALLER, caller);
    }

    /** The session may have ended; null for none. */
    static SessionStore.@Nullable Found found(RoutingContext request) {
        return request.get(FOUND);
    }

    static @Nullable String last(RoutingContext request) {
        return LAST.in(request);
    }

    /** Whether the database was unavailable when the session was read. The browser then retains its cookies. */
    static boolean unread(RoutingContext request) {
        if (!Boolean.TRUE.equals(request.get(UNREAD))) {
            return false;
        }
        // Quarkus removes the cookie when it finds no session; this cancels the removal.
        request.request().cookies().stream()
                .map(Cookie::getName)
                .filter(name -> name.startsWith(OidcUtils.SESSION_COOKIE_NAME))
                .toList()
                .forEach(name -> request.response().removeCookies(name, false));
        return true;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext request,
            OidcTenantConfig config,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> blocking) {
        People.Caller caller = Objects.requireNonNull(request.get(CALLER));
        var stored = new SessionStore.Tokens(tokens.getIdToken(), tokens.getRefreshToken());
        SessionStore.Found found = request.get(FOUND);
        if (renewed(request) && found != null) {
            return noting(request, blocking.runBlocking(() -> {
                if (!sessions.renew(found.id(), caller.person(), stored)) {
                    throw new AuthenticationFailedException("The session has ended meanwhile");
                }
                request.put(RENEWAL_STORED, true);
                return Objects.requireNonNull(request.<String>get(SECRET));
            }));
        }
        var browser = browser(request, tokens.getIdToken());
        return noting(request, blocking.runBlocking(() -> {
            var secret = sessions.start(caller.person(), browser, stored, last(request));
            request.response().addCookie(LAST.keeping(secret, ActiveSessions.REMEMBERED));
            return secret;
        }));
    }

    private static SessionStore.Browser browser(RoutingContext request, String idToken) {
        var device = Objects.requireNonNullElse(request.request().getHeader("User-Agent"), "");
        return new SessionStore.Browser(
                SessionStore.Browser.session(
                        OidcCommonUtils.decodeJwtContent(idToken).getValue("sid")),
                device.substring(0, Math.min(device.length(), DEVICE)),
                request.request().remoteAddress().hostAddress());
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext request,
            OidcTenantConfig config,
            String secret,
            OidcRequestContext<AuthorizationCodeTokens> blocking) {
        var application = RoleAugmentor.application(request.normalizedPath());
        return noting(request, blocking.runBlocking(() -> {
            var found = sessions.find(secret, application);
            request.put(FOUND, found);
            request.put(SECRET, secret);
            var tokens = found == null ? null : found.tokens();
            if (tokens == null) {
                throw new AuthenticationFailedException("The session is over");
            }
            return new AuthorizationCodeTokens(tokens.id(), null, tokens.refresh());
        }));
    }

    /** Records that the database is unavailable: to Quarkus, an unreadable session is one that has ended. */
    static <T> Uni<T> noting(RoutingContext request, Uni<T> asked) {
        return asked.onFailure(Unforeseen::databaseAway).invoke(() -> request.put(UNREAD, true));
    }

    /**
     * Called when a person signs out, which ends the session; but also when tokens could not be renewed and before
     * renewed ones are stored. The session then continues: another request may have renewed it.
     */
    @Override
    public Uni<Void> deleteTokens(
            RoutingContext request, OidcTenantConfig config, String secret, OidcRequestContext<Void> blocking) {
        SessionStore.Found found = request.get(FOUND);
        var leaves = request.get(CALLER) != null && (!renewed(request) || request.get(RENEWAL_STORED) != null);
        if (found == null || !leaves) {
            return Uni.createFrom().voidItem();
        }
        UUID id = found.id();
        return blocking.runBlocking(() -> {
            sessions.end(id);
            return null;
        });
    }

    private static boolean renewed(RoutingContext request) {
        return Boolean.TRUE.equals(request.get(RENEWED));
    }
}
