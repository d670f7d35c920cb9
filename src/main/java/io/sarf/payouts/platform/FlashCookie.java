package io.sarf.payouts.platform;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The message of the last action, taken from the browser when it is shown. */
@RequestScoped
public class FlashCookie {
    private final CurrentVertxRequest request;

    private @Nullable Flash taken;
    private boolean looked;

    FlashCookie(CurrentVertxRequest request) {
        this.request = request;
    }

    /** The message, the same one for the whole request, or null. */
    public @Nullable Flash take() {
        if (!looked) {
            looked = true;
            var context = request.getCurrent();
            var cookie = context.request().getCookie(Flash.COOKIE);
            if (cookie != null) {
                taken = Flash.decoded(cookie.getValue());
                context.response()
                        .addCookie(Cookie.cookie(Flash.COOKIE, "")
                                .setPath("/")
                                .setMaxAge(0)
                                .setSecure(Flash.overHttps()));
            }
        }
        return taken;
    }
}
