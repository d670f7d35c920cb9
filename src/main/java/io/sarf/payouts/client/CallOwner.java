package io.sarf.payouts.client;

import io.sarf.payouts.application.Scope;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Whose call it is, as far as a secret or a token of ours says so: also where the call was refused then, because the
 * secret was replaced or the calls were too many.
 */
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
