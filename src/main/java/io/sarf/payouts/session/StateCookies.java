package io.sarf.payouts.session;

import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Every page opened without a session starts a sign-in, in every tab; only the newest state cookies remain. The others
 * are removed before the size of the headers is checked, so that no browser is refused for ever.
 */
@Singleton
class StateCookies {
    /** That many sign-ins of one browser can be in progress. */
    static final int MOST = 8;

    /** Maximum total length in characters, names included; well below the limit for all headers of a request. */
    static final int LENGTH_MAX = 8_000;

    /** Priority above every filter that reads cookies or checks the size of the headers. */
    private static final int FIRST = 260;

    private static final String PREFIX = OidcUtils.STATE_COOKIE_NAME + "_";
    private static final String NONE = "=";
    private static final String OWN = "sarf.sign-in.state";

    /** Read from the query before its syntax is checked. */
    private static final Pattern STATE = Pattern.compile("(?:^|&)state=([0-9a-f-]{36})(?:&|$)");

    private static final Pattern CODE = Pattern.compile("(?:^|&)code=");

    private final TenantConfigBean providers;

    StateCookies(TenantConfigBean providers) {
        this.providers = providers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, FIRST);
    }

    private void filter(RoutingContext request) {
        var sent = sent(request);
        if (sent.stream().anyMatch(one -> one.startsWith(PREFIX))) {
            var own = own(request);
            var saved = bounded(sent, own);
            forget(request, sent, saved);
            saved.stream().filter(one -> one.startsWith(own)).findFirst().ifPresent(one -> {
                request.put(OWN, one);
                // The person has signed in in another tab. The later sign-in replaces that session.
                if (CODE.matcher(query(request)).find()) {
                    saved.removeIf(cookie -> cookie.startsWith(OidcUtils.SESSION_COOKIE_NAME));
                }
            });
            if (saved.size() < sent.size()) {
                request.request().headers().set("Cookie", String.join("; ", saved));
            }
        }
        request.next();
    }

    /** Prefix of the cookie whose sign-in this request completes; one that no cookie has for any other request. */
    private static String own(RoutingContext request) {
        var state = STATE.matcher(query(request));
        return SignInPages.PATH.equals(request.request().path()) && state.find() ? PREFIX + state.group(1) + "=" : NONE;
    }

    private static String query(RoutingContext request) {
        return Objects.requireNonNullElse(request.request().query(), "");
    }

    private static List<String> sent(RoutingContext request) {
        var cookies = new ArrayList<String>();
        for (var line : request.request().headers().getAll("Cookie")) {
            for (var cookie : line.split(";", -1)) {
                cookies.add(cookie.strip());
            }
        }
        return cookies;
    }

    /** Browsers send the oldest cookie first (RFC 6265, 5.4). The cookie of this request's sign-in always remains. */
    private static List<String> bounded(List<String> sent, String own) {
        var over = new HashSet<String>();
        var count = 0;
        var length = 0;
        for (var i = sent.size() - 1; i >= 0; i--) {
            var cookie = sent.get(i);
            if (cookie.startsWith(PREFIX)) {
                count++;
                length += cookie.length();
                if ((count > MOST || length > LENGTH_MAX) && !cookie.startsWith(own)) {
                    over.add(cookie);
                }
            }
        }
        var saved = new ArrayList<>(sent);
        saved.removeIf(over::contains);
        return saved;
    }

    private void forget(RoutingContext request, List<String> sent, List<String> saved) {
        if (saved.size() == sent.size()) {
            return;
        }
        var remaining = Set.copyOf(saved);
        var gone = sent.stream()
                .filter(cookie -> !remaining.contains(cookie))
                .map(StateCookies::name)
                .filter(name -> name.startsWith(PREFIX))
                .toList();
        // Cookies added to the response are also found when request cookies are read, so they are added as late as
        // possible.
        request.addHeadersEndHandler(
                nothing -> gone.forEach(name -> request.response().addCookie(expired(name))));
    }

    private Cookie expired(String name) {
        OidcTenantConfig config = providers.getDefaultTenant().oidcConfig();
        return Cookie.cookie(name, "")
                .setPath(config.authentication().cookiePath())
                .setHttpOnly(true)
                .setSecure(config.authentication().cookieForceSecure())
                .setMaxAge(0);
    }

    /** Empty where it is unknown. */
    Optional<String> wanted(RoutingContext request) {
        return Optional.ofNullable(request.<String>get(OWN)).map(this::path).map(OwnPath::of);
    }

    void end(RoutingContext request) {
        String own = request.get(OWN);
        if (own != null) {
            request.response().addCookie(expired(name(own)));
        }
    }

    private static String name(String cookie) {
        return cookie.substring(0, Math.max(0, cookie.indexOf('=')));
    }

    private @Nullable String path(String cookie) {
        var sealed = cookie.split("\\|", 2);
        try {
            return OidcUtils.decryptJson(
                            sealed[sealed.length - 1],
                            providers.getDefaultTenant().getStateCookieEncryptionKey())
                    .getString(OidcUtils.STATE_COOKIE_RESTORE_PATH);
        } catch (Exception notOurs) {
            // Encrypted with the key of an earlier start, or not by us.
            return null;
        }
    }
}
