package io.sarf.payouts.web;

import io.sarf.payouts.platform.DevelopmentMode;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** No script reads it. Over https its name begins with {@code __Host-}, so that no sibling domain can set it. */
public record OwnCookie(String plainName) {
    public String name() {
        return DevelopmentMode.now() ? plainName : "__Host-" + plainName;
    }

    public Cookie keeping(String value, Duration life) {
        return Cookie.cookie(name(), value)
                .setPath("/")
                .setMaxAge(life.toSeconds())
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setSecure(!DevelopmentMode.now());
    }

    public @Nullable String in(RoutingContext request) {
        var cookie = request.request().getCookie(name());
        return cookie == null ? null : cookie.getValue();
    }
}
