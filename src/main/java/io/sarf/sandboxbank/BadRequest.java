package io.sarf.sandboxbank;

/** An invalid request; it has changed nothing. */
final class BadRequest extends RuntimeException {
    BadRequest(String message) {
        super(message);
    }
}
