package io.sarf.sandboxbank;

/** The caller asked for something that cannot be asked; nothing was done. */
final class BadRequest extends RuntimeException {
    BadRequest(String message) {
        super(message);
    }
}
