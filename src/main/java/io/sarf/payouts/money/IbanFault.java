package io.sarf.payouts.money;

/** Which part of an IBAN is wrong. */
public sealed interface IbanFault {
    /** What may stand at a place of the account part. */
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

    /** @param begins the first two characters, fewer if there are no more */
    record Country(String begins) implements IbanFault {
        @Override
        public String message() {
            return "An IBAN begins with the two letters of a country that uses IBANs.";
        }
    }

    /**
     * @param expected how many characters an IBAN of the country has
     * @param given how many this one has
     */
    record Length(String country, int expected, int given) implements IbanFault {
        @Override
        public String message() {
            return "The length is wrong: an IBAN of " + country + " has " + expected + " characters, this one has "
                    + given + ".";
        }
    }

    /** @param place counted from 1, blanks left out */
    record WrongCharacter(String country, String found, int place, Expected expected) implements IbanFault {
        @Override
        public String message() {
            return "Character " + place + " of an IBAN of " + country + " is " + expected.words + ", not “" + found
                    + "”.";
        }
    }

    /** They do not belong to the rest, so something in it is wrong. */
    record CheckDigits() implements IbanFault {
        @Override
        public String message() {
            return "The check digits do not fit the rest of this IBAN. Compare it once more.";
        }
    }

    /** One sentence for a program's log or a person who reads English; names one character of the account at most. */
    String message();
}
