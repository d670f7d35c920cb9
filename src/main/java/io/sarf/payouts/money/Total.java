package io.sarf.payouts.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

public record Total(long count, Money sum) {
    /** @throws ArithmeticException if the sum has more decimals than the currency */
    public static Total of(String currency, long count, BigDecimal sum) {
        return new Total(count, Money.of(CurrencyUnit.of(currency), sum, RoundingMode.UNNECESSARY));
    }

    public static List<Total> of(Stream<Money> amounts) {
        return merged(amounts.map(amount -> new Total(1, amount)));
    }

    public static List<Total> merged(Stream<Total> parts) {
        var totals = new TreeMap<String, Total>();
        parts.forEach(part -> totals.merge(part.currency(), part, Total::plus));
        return List.copyOf(totals.values());
    }

    /** {@code 12,500.00}, without the currency. */
    public String amount() {
        return MoneyText.shown(sum);
    }

    public String currency() {
        return sum.getCurrencyUnit().getCode();
    }

    public Total plus(Total more) {
        return new Total(count + more.count, sum.plus(more.sum));
    }
}
