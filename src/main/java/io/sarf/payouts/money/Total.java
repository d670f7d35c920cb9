package io.sarf.payouts.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Amounts of one currency, added up.
 *
 * @param count how many amounts
 */
public record Total(long count, Money sum) {
    /** As a query that groups by currency returns it; an amount with more decimals than the currency has is a fault. */
    public static Total of(String currency, long count, BigDecimal sum) {
        return new Total(count, Money.of(CurrencyUnit.of(currency), sum, RoundingMode.UNNECESSARY));
    }

    /** One for each currency, in the order of the codes. */
    public static List<Total> of(Stream<Money> amounts) {
        return merged(amounts.map(amount -> new Total(1, amount)));
    }

    /** The same of parts that are added up already. */
    public static List<Total> merged(Stream<Total> parts) {
        var totals = new TreeMap<String, Total>();
        parts.forEach(part -> totals.merge(part.currency(), part, Total::plus));
        return List.copyOf(totals.values());
    }

    /** For people: {@code 12,500.00}, without the currency. */
    public String amount() {
        return MoneyText.shown(sum);
    }

    public String currency() {
        return sum.getCurrencyUnit().getCode();
    }

    /** @throws org.joda.money.CurrencyMismatchException when the other is of another currency */
    public Total plus(Total more) {
        return new Total(count + more.count, sum.plus(more.sum));
    }
}
