package io.sarf.payouts.api;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Stores the request and response bytes with the call, for the request log. */
public final class ApiExchange {
    private static final String ASKED = ApiExchange.class.getName() + ".asked";
    private static final String ANSWERED = ApiExchange.class.getName() + ".answered";

    private ApiExchange() {}

    static void asked(RoutingContext call, byte[] body) {
        call.put(ASKED, body);
    }

    public static void answered(RoutingContext call, byte[] body) {
        call.put(ANSWERED, body);
    }

    public static byte @Nullable [] asked(RoutingContext call) {
        return call.get(ASKED);
    }

    /** Null if there was no body, or none that may be logged. */
    public static byte @Nullable [] answered(RoutingContext call) {
        return call.get(ANSWERED);
    }
}
