package io.sarf.payouts.idempotency;

/** Operations that accept a key. The same key may be used once for each. */
public enum Operation {
    PAYMENT(200),
    BULK_PAYMENTS(201),
    AUTHORIZATIONS(202),
    DESTINATIONS(200);

    private final int success;

    Operation(int success) {
        this.success = success;
    }

    /** HTTP status of a successful answer. */
    public int success() {
        return success;
    }
}
