package io.sarf.payouts.team;

/** The person may go on as soon as they have signed in again; until then nothing has happened and no bank was asked. */
public final class SignInTooOld extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SignInTooOld() {
        super("The last sign-in is too old for this", null, false, false);
    }
}
