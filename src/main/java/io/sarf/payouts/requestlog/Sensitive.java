package io.sarf.payouts.requestlog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Developer reads the log but may not open Payouts, so it shows of a payee only what debugging needs: the number of
 * words in a name and their first letters.
 */
enum Sensitive {
    /** Masks only what looks like an account number. */
    NOT {
        @Override
        String mask(String value) {
            return text(value);
        }
    },
    /** Retains the last four characters. */
    ACCOUNT {
        @Override
        String mask(String value) {
            var compact = value.replaceAll("[\\s-]", "");
            return CUT + compact.substring(Math.max(compact.length() - 4, compact.length() / 2));
        }
    },
    /** Retains the first letter of each word. */
    PERSON {
        @Override
        String mask(String value) {
            return Arrays.stream(value.strip().split("\\s+", WORDS + 1))
                    .limit(WORDS)
                    .filter(word -> !word.isEmpty())
                    .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)) + CUT)
                    .collect(Collectors.joining(" "));
        }
    },
    /** Retains nothing. */
    SECRET {
        @Override
        String mask(String value) {
            return CUT;
        }
    };

    static final String CUT = "…";

    private static final int WORDS = 12;
    private static final Set<String> PEOPLE = Set.of(
            "name",
            "displayname",
            "shortname",
            "legalname",
            "fullname",
            "firstname",
            "lastname",
            "recipientname",
            "accountname",
            "address",
            "recipientaddress",
            "postalcode");
    private static final Set<String> SECRETS =
            Set.of("authorization", "cookie", "otp", "pin", "username", "balance", "governmentidentifiers");
    private static final Pattern SECRET_PARTS = Pattern.compile("secret|password|passcode|token|credential|apikey");
    private static final Pattern ACCOUNT_PARTS = Pattern.compile("iban|accountn|cardn");

    /** An id is not an account number, however many digits it has. An IBAN or a number may be grouped in fours. */
    private static final Pattern NUMBERS = Pattern.compile("""
            (?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\
            |(?<![a-z0-9])[a-z]{2}\\d{2}(?:[a-z0-9]{11,30}|(?:[ -][a-z0-9]{4}){2,7}(?:[ -][a-z0-9]{1,3})?)(?![a-z0-9])\
            |(?<![.\\d])(?:\\d{10,}|\\d{4}(?:[ -]\\d{4}){2,}(?:[ -]\\d{1,3})?)(?!\\d)""", Pattern.CASE_INSENSITIVE);

    /** The form in which errors of the API name a field. */
    private static final Pattern FIELD = Pattern.compile("field: (\\S+), value: (.*)$", Pattern.DOTALL);

    abstract String mask(String value);

    static Sensitive field(String name) {
        var plain = name.substring(name.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]", "");
        if (SECRETS.contains(plain) || SECRET_PARTS.matcher(plain).find()) {
            return SECRET;
        }
        if (ACCOUNT_PARTS.matcher(plain).find()) {
            return ACCOUNT;
        }
        return PEOPLE.contains(plain) ? PERSON : NOT;
    }

    /** Masks account numbers in any text, and the value of a sensitive field that an error names. */
    static String text(String text) {
        var field = FIELD.matcher(text);
        if (field.find() && field(field.group(1)) != NOT) {
            var before = text.substring(0, field.start(2));
            return numbers(before) + field(field.group(1)).mask(field.group(2));
        }
        return numbers(text);
    }

    private static String numbers(String text) {
        return NUMBERS.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        ((Matcher) found).group("id") == null ? ACCOUNT.mask(found.group()) : found.group()));
    }

    /** The stricter of two. */
    Sensitive or(Sensitive other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
