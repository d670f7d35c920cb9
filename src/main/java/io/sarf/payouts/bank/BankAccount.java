package io.sarf.payouts.bank;

import java.math.BigDecimal;

/** @param balance in the major unit */
public record BankAccount(
        String id, String name, String accountNumber, String iban, String currency, BigDecimal balance) {}
