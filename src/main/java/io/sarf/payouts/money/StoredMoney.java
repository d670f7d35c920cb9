package io.sarf.payouts.money;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * An amount of money as two columns.
 *
 * @param amount in the currency's major unit
 * @param currency ISO 4217
 */
@Embeddable
public record StoredMoney(
        BigDecimal amount,
        @JdbcTypeCode(SqlTypes.CHAR) @Column(length = 3) String currency) {
    public static StoredMoney of(Money money) {
        return new StoredMoney(money.getAmount(), money.getCurrencyUnit().getCode());
    }

    /** @throws ArithmeticException when the amount has more decimals than the currency */
    public Money money() {
        return Money.of(CurrencyUnit.of(currency), amount, RoundingMode.UNNECESSARY);
    }
}
