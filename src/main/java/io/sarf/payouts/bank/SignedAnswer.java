package io.sarf.payouts.bank;

public interface SignedAnswer extends BankAnswer {
    /** The bank rejected the credentials: the call had no effect, and none will until their owner renews them. */
    default boolean credentialsExpired() {
        return false;
    }
}
