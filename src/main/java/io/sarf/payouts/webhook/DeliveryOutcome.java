package io.sarf.payouts.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * @param headers of the answer, one a line, 4,000 characters at most
 * @param body of the answer, its first 10 kB
 * @param retryAfter how long the receiver asks us to wait
 */
record DeliveryOutcome(
        @Nullable Integer status,
        @Nullable Failure failure,
        String headers,
        String body,
        Duration took,
        @Nullable Duration retryAfter) {

    enum Failure {
        TIMEOUT,
        UNKNOWN_HOST,
        ADDRESS_REFUSED,
        TLS,
        CONNECTION,
        INTERNAL
    }

    private static final int DELIVERED = 200;
    private static final int GONE = 410;

    static DeliveryOutcome failed(Failure failure, Duration took) {
        return new DeliveryOutcome(null, failure, "", "", took, null);
    }

    /** Only 200 counts as delivered, no other 2xx. */
    boolean delivered() {
        return status != null && status == DELIVERED;
    }

    /** The receiver refuses all further events. */
    boolean gone() {
        return status != null && status == GONE;
    }
}
