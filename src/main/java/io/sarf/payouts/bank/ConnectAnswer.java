package io.sarf.payouts.bank;

import java.time.Instant;
import java.util.List;

public sealed interface ConnectAnswer {
    /** @param bankUser the bank's stable id of the person, independent of the password */
    record Connected(String bankUser, String displayName, boolean authorizer, List<BankAccount> accounts)
            implements ConnectAnswer {}

    /** @param sentTo as the bank describes it, for example "phone ending 42" */
    record OtpNeeded(String challenge, String sentTo, Instant expiresAt, int attemptsLeft) implements ConnectAnswer {}

    record Refused(Why why) implements ConnectAnswer {}

    /** A retry is safe, because a login has no lasting effect. */
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
