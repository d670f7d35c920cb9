package io.sarf.payouts.bank;

/** What a bank answers to a call for one payout. */
public interface BankAnswer {
    /** Whether the bank said nothing, or nothing that shows that it works: its other calls may have to wait, too. */
    default boolean silent() {
        return false;
    }

    /** Whether the bank turned the credentials away: nothing was done, and nothing will be until their owner renews them. */
    default boolean credentialsExpired() {
        return false;
    }
}
