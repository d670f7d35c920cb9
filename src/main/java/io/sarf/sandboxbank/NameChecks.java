package io.sarf.sandboxbank;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Confirmation of payee. */
final class NameChecks {
    private NameChecks() {}

    static Result check(String iban, String name, @Nullable String known) {
        if (iban.endsWith("0003")) {
            return new Result("NO_MATCH", null);
        }
        if (iban.endsWith("0004")) {
            return new Result("CLOSE_MATCH", name + " Trading");
        }
        if (known == null || plain(known).equals(plain(name))) {
            return new Result("MATCH", null);
        }
        return close(plain(known), plain(name)) ? new Result("CLOSE_MATCH", known) : new Result("NO_MATCH", null);
    }

    /** One letter in five may differ, or one name may be the beginning of the other. */
    private static boolean close(String known, String name) {
        int longer = Math.max(known.length(), name.length());
        return known.startsWith(name) || name.startsWith(known) || distance(known, name) * 5 <= longer;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int changed = one.charAt(i - 1) == other.charAt(j - 1) ? diagonal : diagonal + 1;
                row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()];
    }

    record Result(String verdict, @Nullable String knownName) {}
}
