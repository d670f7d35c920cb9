package io.sarf.sandboxbank;

import java.security.SecureRandom;

/** Random identifiers without letters that are easily confused. */
final class Ids {
    private static final char[] LETTERS = "abcdefghjkmnpqrstuvwxyz23456789".toCharArray();
    private static final char[] DIGITS = "0123456789".toCharArray();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    static String of(String kind) {
        return kind + "-" + word(24);
    }

    static String word(int length) {
        return draw(LETTERS, length);
    }

    static String digits(int length) {
        return draw(DIGITS, length);
    }

    private static String draw(char[] from, int length) {
        var drawn = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            drawn.append(from[RANDOM.nextInt(from.length)]);
        }
        return drawn.toString();
    }
}
