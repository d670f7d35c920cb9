package io.sarf.payouts.platform;

import java.util.regex.Pattern;

/**
 * How the product reads what people type where digits are meant: on an Arabic keyboard these are ٠ to ٩, on a Persian or Urdu
 * one ۰ to ۹, with separators of their own. Forms and searches ask here before they look at a code, an amount, a date or the
 * number of an account. What is kept as text, such as a name or a description, stays as it was typed.
 */
public final class Typed {
    /** Blanks of any kind, format characters, fillers and variation selectors: what nobody sees, and copying brings along. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\s\\p{Z}\\p{Cf}\\x{1C}-\\x{1F}\\x{85}\\x{34F}\\x{115F}\\x{1160}"
                    + "\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{2800}\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FFA0}]");

    /** Among them those that turn the direction of a line, which come along with a number inside Arabic text. */
    private static final Pattern MARKS = Pattern.compile("\\p{Cf}");

    private static final char DECIMAL_SEPARATOR = '\u066b';
    private static final char THOUSANDS_SEPARATOR = '\u066c';

    private Typed() {}

    /** With Latin digits in the place of Arabic-Indic (U+0660) and Extended Arabic-Indic (U+06F0) ones, else unchanged. */
    public static String digits(String typed) {
        var read = new StringBuilder(typed);
        for (var at = 0; at < read.length(); at++) {
            read.setCharAt(at, digit(read.charAt(at)));
        }
        return read.toString();
    }

    private static char digit(char typed) {
        if (typed >= '\u0660' && typed <= '\u0669') {
            return (char) (typed - '\u0660' + '0');
        }
        return typed >= '\u06f0' && typed <= '\u06f9' ? (char) (typed - '\u06f0' + '0') : typed;
    }

    /** The same without blanks and invisible marks: a one-time code, or the number of an account, as a bank takes it. */
    public static String joined(String typed) {
        return UNSEEN.matcher(digits(typed)).replaceAll("");
    }

    /**
     * An amount with Latin digits, a point before the decimals and commas between thousands. Not checked, and blanks stay where
     * they are: {@code 12 50} is not 1250.
     */
    public static String amount(String typed) {
        return MARKS.matcher(digits(typed))
                .replaceAll("")
                .replace(DECIMAL_SEPARATOR, '.')
                .replace(THOUSANDS_SEPARATOR, ',')
                .strip();
    }
}
