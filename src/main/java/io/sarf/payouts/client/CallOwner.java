package io.sarf.payouts.client;

import io.sarf.payouts.application.Scope;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** The scope of a call by its secret or token. Also noted if the call is refused, for example above the limit. */
public final class CallOwner {
    private static final String KEY = CallOwner.class.getName();

    private CallOwner() {}

    static void note(RoutingContext call, Scope scope) {
        call.put(KEY, scope);
    }

    public static @Nullable Scope of(RoutingContext call) {
        return call.get(KEY);
    }
}
