package io.sarf.payouts.authorization;

import io.sarf.payouts.application.Scope;

/** The person may go on as soon as they have signed in again; until then nothing is taken and no bank is asked. */
public final class SignInTooOld extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SignInTooOld() {
        super("The last sign-in is too old to authorize with", null, false, false);
    }

    /** The page that leads to a fresh sign-in, and from there back to this authorization. */
    public String wayOut(Scope scope, AuthorizationId id) {
        return FreshSignInPages.url(scope, id);
    }
}
