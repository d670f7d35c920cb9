package io.sarf.payouts.bank;

import java.util.List;

/** Brings in the banks of one kind; a bean of each adapter package. */
public interface BankAdapter {
    /**
     * The banks it can reach as configured. Empty when it is not configured, and also while it has never yet learnt
     * from the bank's side which banks there are.
     */
    List<Bank> banks();
}
