package io.sarf.payouts.bank;

public interface BankAnswer {
    /** Whether nothing shows that the bank works, so that its other calls may have to wait. */
    default boolean silent() {
        return false;
    }

    /** The bank rejected the credentials: the call had no effect, and none will until their owner renews them. */
    default boolean credentialsExpired() {
        return false;
    }
}
