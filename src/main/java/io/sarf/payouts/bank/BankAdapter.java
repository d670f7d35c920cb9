package io.sarf.payouts.bank;

import java.util.List;

public interface BankAdapter {
    /** The configured banks; empty until the adapter has read them from the bank for the first time. */
    List<Bank> banks();
}
