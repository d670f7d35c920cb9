package io.sarf.payouts.idempotency;

/** What takes a key. The same key may be used once for each. */
public enum Operation {
    PAYMENT(200),
    BULK_PAYMENTS(201),
    AUTHORIZATIONS(202),
    DESTINATIONS(200);

    private final int success;

    Operation(int success) {
        this.success = success;
    }

    /** The HTTP status of its answer when it went well. */
    int success() {
        return success;
    }
}
