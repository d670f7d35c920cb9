package io.sarf.payouts.bank;

public interface BankAnswer {
    /** Whether nothing shows that the bank works, so that its other calls may have to wait. */
    default boolean silent() {
        return false;
    }
}
