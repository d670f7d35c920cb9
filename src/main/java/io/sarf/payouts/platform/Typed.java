package io.sarf.payouts.platform;

import java.util.regex.Pattern;

/** Reads typed digits: Arabic keyboards type ٠ to ٩, Persian and Urdu ones ۰ to ۹, with their own separators. */
public final class Typed {
    /** Blanks, format characters, fillers and variation selectors: invisible, and often pasted by accident. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\s\\p{Z}\\p{Cf}\\x{1C}-\\x{1F}\\x{85}\\x{34F}\\x{115F}\\x{1160}"
                    + "\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{2800}\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FFA0}]");

    /** Among them are direction marks, which accompany numbers inside Arabic text. */
    private static final Pattern MARKS = Pattern.compile("\\p{Cf}");

    private static final char DECIMAL_SEPARATOR = '\u066b';
    private static final char THOUSANDS_SEPARATOR = '\u066c';

    private Typed() {}

    /** Replaces Arabic-Indic (U+0660) and Extended Arabic-Indic (U+06F0) digits by Latin ones. */
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

    /** Also removes blanks and invisible marks: for a one-time code or an account number. */
    public static String joined(String typed) {
        return UNSEEN.matcher(digits(typed)).replaceAll("");
    }

    /** Not validated; blanks stay: {@code 12 50} is not 1250. */
    public static String amount(String typed) {
        return MARKS.matcher(digits(typed))
                .replaceAll("")
                .replace(DECIMAL_SEPARATOR, '.')
                .replace(THOUSANDS_SEPARATOR, ',')
                .strip();
    }
}
