package io.sarf.payouts.money;

import io.sarf.payouts.platform.Typed;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An international bank account number (ISO 13616): capital letters and digits, no blanks. The check digits are
 * computed and compared, because 00, 01 and 99 have the same remainder as 97, 98 and 02 and would give one account two
 * IBANs. The characters follow the SWIFT registry ({@link IbanLayout}). A country's own check digits are not checked.
 */
public record Iban(String value) {
    /** Which part of an IBAN is wrong. */
    public sealed interface Fault {
        enum Expected {
            DIGIT("a digit"),
            LETTER("a letter"),
            LETTER_OR_DIGIT("a letter or a digit");

            private final String words;

            Expected(String words) {
                this.words = words;
            }

            boolean fits(char found) {
                return (this != LETTER && found >= '0' && found <= '9')
                        || (this != DIGIT && found >= 'A' && found <= 'Z');
            }
        }

        record Country(String begins) implements Fault {
            @Override
            public String message() {
                return "An IBAN begins with the two letters of a country that uses IBANs.";
            }
        }

        record Length(String country, int expected, int given) implements Fault {
            @Override
            public String message() {
                return "The length is wrong: an IBAN of " + country + " has " + expected + " characters, this one has "
                        + given + ".";
            }
        }

        /** @param place counted from 1, without blanks */
        record WrongCharacter(String country, String found, int place, Expected expected) implements Fault {
            @Override
            public String message() {
                return "Character " + place + " of an IBAN of " + country + " is " + expected.words + ", not “" + found
                        + "”.";
            }
        }

        /** They do not match the rest, so any part of it may be wrong. */
        record CheckDigits() implements Fault {
            @Override
            public String message() {
                return "The check digits do not fit the rest of this IBAN. Compare it once more.";
            }
        }

        /** One English sentence, for logs too; contains at most one character of the account. */
        String message();
    }

    private static final Pattern FOREIGN = Pattern.compile("[^A-Z0-9]");
    private static final BigInteger MODULUS = BigInteger.valueOf(97);
    private static final int CHECK = 2;
    private static final int ACCOUNT = 4;

    /** @throws IllegalArgumentException if {@link #fault} finds one, or if not {@link #tidy} */
    public Iban {
        fault(value).ifPresent(fault -> {
            throw new IllegalArgumentException(fault.message());
        });
        if (!value.equals(tidy(value))) {
            throw new IllegalArgumentException("An IBAN has capital letters and digits only");
        }
    }

    /** Removes blanks and invisible marks, converts to capitals and Latin digits. Accepts any text, even a part. */
    public static String tidy(String typed) {
        var joined = new StringBuilder(Typed.joined(typed));
        for (var at = 0; at < joined.length(); at++) {
            joined.setCharAt(at, capital(joined.charAt(at)));
        }
        return joined.toString();
    }

    /** The first fault of a typed or sent value; empty if it is a valid IBAN once {@link #tidy}. */
    public static Optional<Fault> fault(String typed) {
        var iban = tidy(typed);
        var country = iban.substring(0, Math.min(CHECK, iban.length()));
        var layout = IbanLayout.of(country);
        if (layout.isEmpty()) {
            return Optional.of(new Fault.Country(country));
        }
        var foreign = FOREIGN.matcher(iban);
        if (foreign.find()) {
            return Optional.of(character(country, iban, foreign.start(), Fault.Expected.LETTER_OR_DIGIT));
        }
        var length = ACCOUNT + layout.get().length();
        if (iban.length() != length) {
            return Optional.of(new Fault.Length(country, length, iban.length()));
        }
        for (var at = ACCOUNT; at < length; at++) {
            var expected = layout.get().expected(at - ACCOUNT);
            if (!expected.fits(iban.charAt(at))) {
                return Optional.of(character(country, iban, at, expected));
            }
        }
        return iban.substring(CHECK, ACCOUNT).equals(checkDigits(country, iban.substring(ACCOUNT)))
                ? Optional.empty()
                : Optional.of(new Fault.CheckDigits());
    }

    private static Fault character(String country, String iban, int at, Fault.Expected expected) {
        return new Fault.WrongCharacter(country, Character.toString(iban.codePointAt(at)), at + 1, expected);
    }

    /** ISO 7064 MOD 97-10: from 02 to 98. */
    private static String checkDigits(String country, String account) {
        var digits = new StringBuilder();
        (account + country + "00").chars().forEach(letter -> digits.append(Character.digit(letter, 36)));
        var check = 98 - new BigInteger(digits.toString()).mod(MODULUS).intValue();
        return check < 10 ? "0" + check : String.valueOf(check);
    }

    /** Only a to z: other letters with such a capital (ſ, ı) are not valid in an IBAN. */
    private static char capital(char letter) {
        return letter >= 'a' && letter <= 'z' ? (char) (letter - 'a' + 'A') : letter;
    }

    @Override
    public String toString() {
        return value;
    }
}
