package io.sarf.payouts.money;

public sealed interface IbanFault {
    enum Expected {
        DIGIT("a digit"),
        LETTER("a letter"),
        LETTER_OR_DIGIT("a letter or a digit");

        private final String words;

        Expected(String words) {
            this.words = words;
        }

        boolean fits(char found) {
            return (this != LETTER && found >= '0' && found <= '9') || (this != DIGIT && found >= 'A' && found <= 'Z');
        }
    }

    record Country(String begins) implements IbanFault {
        @Override
        public String message() {
            return "An IBAN begins with the two letters of a country that uses IBANs.";
        }
    }

    record Length(String country, int expected, int given) implements IbanFault {
        @Override
        public String message() {
            return "The length is wrong: an IBAN of " + country + " has " + expected + " characters, this one has "
                    + given + ".";
        }
    }

    /** @param place counted from 1, without blanks */
    record WrongCharacter(String country, String found, int place, Expected expected) implements IbanFault {
        @Override
        public String message() {
            return "Character " + place + " of an IBAN of " + country + " is " + expected.words + ", not “" + found
                    + "”.";
        }
    }

    /** They do not match the rest, so any part of it may be wrong. */
    record CheckDigits() implements IbanFault {
        @Override
        public String message() {
            return "The check digits do not fit the rest of this IBAN. Compare it once more.";
        }
    }

    /** One English sentence, for logs too; contains at most one character of the account. */
    String message();
}
