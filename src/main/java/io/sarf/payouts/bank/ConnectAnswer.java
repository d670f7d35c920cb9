package io.sarf.payouts.bank;

import java.time.Instant;
import java.util.List;

/** What comes of a first login. */
public sealed interface ConnectAnswer {
    /**
     * @param bankUser the bank's own name for the person, the same whatever the password
     * @param authorizer whether these credentials may authorize payments at the bank
     */
    record Connected(String bankUser, String displayName, boolean authorizer, List<BankAccount> accounts)
            implements ConnectAnswer {}

    /** @param sentTo where the code went, as the bank words it, for example "phone ending 42" */
    record OtpNeeded(String challenge, String sentTo, Instant expiresAt, int attemptsLeft) implements ConnectAnswer {}

    record Refused(Why why) implements ConnectAnswer {}

    /** Nobody can say; a login changes nothing that matters, so it may be tried again by the person. */
    record Unknown() implements ConnectAnswer {}

    enum Why {
        WRONG_CREDENTIALS,
        WRONG_OTP,
        OTP_EXPIRED,
        PASSWORD_EXPIRED,
        LOCKED,
        NOT_FOR_PAYOUTS,
        MAINTENANCE
    }
}
