package io.sarf.payouts.api;

import io.vertx.ext.web.RoutingContext;

/** Why a token was rejected. Not thrown: public paths answer anyway, the others in their own format. */
public final class ApiCredentials {
    public static final String REJECTED = ApiCredentials.class.getName();

    private ApiCredentials() {}

    public static void reject(RoutingContext call, Throwable reason) {
        call.put(REJECTED, reason);
    }
}
