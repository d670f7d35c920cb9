package io.sarf.payouts.webhook;

final class UrlRefused extends Exception {
    private static final long serialVersionUID = 1L;

    enum Fault {
        MALFORMED,
        TOO_LONG,
        NOT_HTTPS,
        CREDENTIALS,
        PORT,
        UNKNOWN_HOST,
        NOT_PUBLIC
    }

    private final Fault fault;

    UrlRefused(Fault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
