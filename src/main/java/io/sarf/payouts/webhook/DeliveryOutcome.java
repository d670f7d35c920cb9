package io.sarf.payouts.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt went: an answer with a status, or a failure without one.
 *
 * @param headers of the answer, one a line, 4,000 characters at most
 * @param body of the answer, its first 10 kB
 * @param retryAfter how long the receiver asked us to wait
 */
record DeliveryOutcome(
        @Nullable Integer status,
        @Nullable Failure failure,
        String headers,
        String body,
        Duration took,
        @Nullable Duration retryAfter) {

    /** Why there was no answer. */
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

    /** Only 200 counts, not its neighbours. */
    boolean delivered() {
        return status != null && status == DELIVERED;
    }

    /** The receiver wants nothing any more. */
    boolean gone() {
        return status != null && status == GONE;
    }
}
