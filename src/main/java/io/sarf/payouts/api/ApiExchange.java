package io.sarf.payouts.api;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** The bytes a call brought and the bytes it was answered, kept with the call, for whoever logs it. */
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

    /** Null where no body was read. */
    public static byte @Nullable [] asked(RoutingContext call) {
        return call.get(ASKED);
    }

    /** Null where there was none, or none that may be kept. */
    public static byte @Nullable [] answered(RoutingContext call) {
        return call.get(ANSWERED);
    }
}
