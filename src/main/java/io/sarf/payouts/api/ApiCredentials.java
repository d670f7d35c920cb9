package io.sarf.payouts.api;

import io.vertx.ext.web.RoutingContext;

/**
 * Why a call's token was not taken. Kept with the call rather than thrown: addresses that need no token answer all the
 * same, and the others say why in their own form.
 */
public final class ApiCredentials {
    public static final String REJECTED = ApiCredentials.class.getName();

    private ApiCredentials() {}

    public static void reject(RoutingContext call, Throwable reason) {
        call.put(REJECTED, reason);
    }
}
