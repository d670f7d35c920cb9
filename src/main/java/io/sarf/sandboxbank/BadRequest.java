package io.sarf.sandboxbank;

final class BadRequest extends RuntimeException {
    BadRequest(String message) {
        super(message);
    }
}
