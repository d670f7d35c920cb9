package io.sarf.payouts.team;

/** Thrown before anything changes and before any call to a bank. */
public final class SignInTooOld extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SignInTooOld() {
        super("The last sign-in is too old for this", null, false, false);
    }
}
