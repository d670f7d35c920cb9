package io.sarf.payouts.bank;

import java.math.BigDecimal;

/** An account as the bank tells it; {@code id} is the bank's own stable name for it. Balance in the major unit. */
public record BankAccount(
        String id, String name, String accountNumber, String iban, String currency, BigDecimal balance) {}
