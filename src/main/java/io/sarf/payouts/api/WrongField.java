package io.sarf.payouts.api;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * @param field its path, for example {@code payment_details[0].amount}
 * @param value as sent, shortened, and masked if it may be a secret or an account; null if there was none
 */
public record WrongField(String field, @Nullable String value, String message) {
    private static final int SHOWN = 64;
    private static final Set<String> SECRETS =
            Set.of("client_secret", "password", "secret", "otp", "token", "access_token", "username");
    private static final Pattern ACCOUNT = Pattern.compile("(?i)[A-Z]{2}\\d{2}[A-Z0-9]{8,30}|\\d{8,34}");

    public WrongField {
        value = value == null ? null : shown(field.substring(field.lastIndexOf('.') + 1), value);
    }

    public static WrongField missing(String field) {
        return new WrongField(field, null, "is required");
    }

    String sentence() {
        var said = (message.endsWith(".") ? message : message + ".") + " field: " + field;
        return value == null ? said : said + ", value: " + value;
    }

    private static @Nullable String shown(String name, String value) {
        if (SECRETS.contains(name)) {
            return null;
        }
        var compact = value.replaceAll("[\\s-]", "");
        var account = name.equals("iban") || name.equals("account_number");
        if (account || ACCOUNT.matcher(compact).matches()) {
            return "…" + compact.substring(Math.max(compact.length() - 4, compact.length() / 2));
        }
        return clean(value);
    }

    /** Makes any text short and printable. */
    static String clean(String text) {
        var printable = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ");
        return printable.codePointCount(0, printable.length()) <= SHOWN
                ? printable
                : printable.substring(0, printable.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
