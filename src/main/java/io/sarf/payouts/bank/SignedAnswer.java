package io.sarf.payouts.bank;

/** What a bank answers to a call that was made with somebody's credentials. */
public interface SignedAnswer extends BankAnswer {
    /** Whether the bank turned the credentials away: nothing was done, and nothing will be until their owner renews them. */
    default boolean credentialsExpired() {
        return false;
    }
}
