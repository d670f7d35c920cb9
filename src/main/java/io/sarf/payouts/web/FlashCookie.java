package io.sarf.payouts.web;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

@RequestScoped
public class FlashCookie {
    private final CurrentVertxRequest request;

    private @Nullable Flash taken;
    private boolean looked;

    FlashCookie(CurrentVertxRequest request) {
        this.request = request;
    }

    /** The same for the whole request; null if there is none. */
    public @Nullable Flash take() {
        if (!looked) {
            looked = true;
            var context = request.getCurrent();
            var message = Flash.COOKIE.in(context);
            if (message != null) {
                taken = Flash.decoded(message);
                context.response().addCookie(Flash.COOKIE.keeping("", Duration.ZERO));
            }
        }
        return taken;
    }
}
