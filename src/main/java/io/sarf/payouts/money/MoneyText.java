package io.sarf.payouts.money;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.Currency;
import io.sarf.payouts.platform.Typed;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;

public final class MoneyText {
    private MoneyText() {}

    /** {@code 12,500.00}: with the currency's decimals, without the currency. Latin digits in every language. */
    public static String shown(Money money) {
        var decimals = money.getCurrencyUnit().getDecimalPlaces();
        var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(money.getAmount());
    }

    /** {@code one thousand two hundred fifty UAE dirhams 75/100} */
    public static String inWords(Money money, Locale locale) {
        var currency = money.getCurrencyUnit();
        var decimals = currency.getDecimalPlaces();
        var major = money.getAmountMajor().toBigInteger();
        var words = locale.getLanguage().equals("ar")
                ? ArabicAmount.of(major.longValueExact(), currency.getCode())
                : spelled(major, currency.getCode(), locale);
        if (decimals == 0) {
            return words;
        }
        var minor = money.getAmountMinor()
                .subtract(new BigDecimal(major).movePointRight(decimals))
                .toBigInteger()
                .toString();
        var and = locale.getLanguage().equals("ar") ? " و" : " ";
        return words + and + "0".repeat(decimals - minor.length()) + minor + "/" + "1" + "0".repeat(decimals);
    }

    private static String spelled(BigInteger major, String currency, Locale locale) {
        var name = Currency.getInstance(currency).getName(locale, Currency.PLURAL_LONG_NAME, "other", new boolean[1]);
        return new RuleBasedNumberFormat(locale, RuleBasedNumberFormat.SPELLOUT).format(major) + " " + name;
    }

    /**
     * Digits with an optional point and separated thousands, in Latin or Arabic characters; at most 15 before the
     * point.
     */
    public static Optional<BigDecimal> read(String typed) {
        var tidy = Typed.amount(typed).replaceAll("[,\\s\\u00a0](?=\\d{3}(\\D|$))", "");
        return tidy.matches("\\d{1,15}(\\.\\d{1,4})?") ? Optional.of(new BigDecimal(tidy)) : Optional.empty();
    }
}
