package io.sarf.payouts.invitation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads typed or pasted text. Addresses are separated by white space, or by Latin or Arabic commas and semicolons;
 * angle brackets with a name before them are accepted. Duplicates count once.
 */
record Addresses(List<String> all, @Nullable Problem problem, List<String> wrong) {
    enum Problem {
        NONE_THERE,
        NO_ADDRESS,
        TOO_MANY
    }

    static final int MOST = 50;

    static final int CHARACTERS = 10_000;

    private static final int ADDRESS_CHARACTERS = 254;
    /** A name starts at a separator and has no at sign; otherwise the text before it is an address of its own. */
    private static final Pattern NAMED =
            Pattern.compile("(?<![^\\s,;،؛])(?:\"[^\"\n]{0,200}\"\\s*|[^@,;<>\"\n،؛]{0,200}+)<([^<>\\s]+)>");

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Cf},;،؛]+");
    private static final String PART = "[^\\s\\p{Z}\\p{Cf}@,;،؛<>()\"\\p{Cntrl}]+";
    private static final Pattern ADDRESS = Pattern.compile(PART + "@" + PART);

    static Addresses in(String text) {
        if (text.length() > CHARACTERS) {
            return new Addresses(List.of(), Problem.TOO_MANY, List.of());
        }
        var found = new LinkedHashMap<String, String>();
        var wrong = new ArrayList<String>();
        for (var one :
                BETWEEN.splitAsStream(NAMED.matcher(text).replaceAll(" $1 ")).toList()) {
            if (isOne(one)) {
                found.putIfAbsent(one.toLowerCase(Locale.ROOT), one);
            } else if (!one.isEmpty()) {
                wrong.add(one);
            }
        }
        return new Addresses(List.copyOf(found.values()), problem(found.size(), wrong), wrong);
    }

    private static @Nullable Problem problem(int found, List<String> wrong) {
        if (!wrong.isEmpty()) {
            return Problem.NO_ADDRESS;
        }
        if (found == 0) {
            return Problem.NONE_THERE;
        }
        return found > MOST ? Problem.TOO_MANY : null;
    }

    static boolean isOne(String text) {
        return text.length() <= ADDRESS_CHARACTERS && ADDRESS.matcher(text).matches();
    }
}
