package io.sarf.payouts.destination;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.payouts.api.FieldFault;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewDestinationTest {
    private static final String IBAN = "AE070331234567890123456";

    @Test
    void takesWhatIsComplete() {
        assertThat(faults("Al Noor Trading LLC", IBAN)).isEmpty();
        assertThat(faults(new NewDestination(
                        "Al Noor", "Noor", IBAN, "1 Street", "Dubai", "ARE", "AED", "0012345", "ADCBAEAA")))
                .isEmpty();
    }

    @Test
    void reads_an_iban_as_iban_does_and_says_which_part_is_wrong() {
        assertThat(faults("Al Noor", "ae٠٧\u00a00331 2345 6789 0123 456\u200f")).isEmpty();
        assertThat(faults("Al Noor", "\u200f ")).containsExactly("iban MISSING_PARAMETERS");
        assertThat(faults("Al Noor", "AE990330000000010001013")).containsExactly("iban INVALID_IBAN");
        assertThat(new NewDestination(
                                "Al Noor", "", "AE07033123456789012345", "1 Street", "Dubai", "ARE", "AED", null, null)
                        .tidy()
                        .faults())
                .extracting(FieldFault::message)
                .containsExactly("The length is wrong: an IBAN of AE has 23 characters, this one has 22.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Li Wu", "  Al   Noor  ", "مؤسسة النور", "O'Brien & Sons", "José Núñez", "Al\u00a0Noor Co"})
    void takesGoodNames(String name) {
        assertThat(faults(name, IBAN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', name MISSING_PARAMETERS",
        "'   ', name MISSING_PARAMETERS",
        "Noor, name INVALID_NAME",
        "'  Noor ', name INVALID_NAME"
    })
    void refusesBadNames(String name, String fault) {
        assertThat(faults(name, IBAN)).containsExactly(fault);
    }

    @Test
    void refusesNamesThatDoNotFit() {
        assertThat(faults("Al " + "n".repeat(137), IBAN)).isEmpty();
        assertThat(faults("Al " + "n".repeat(138), IBAN)).containsExactly("name INVALID_PARAMETERS");
        assertThat(faults("Al\u0007 Noor", IBAN)).containsExactly("name INVALID_PARAMETERS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Al \u202eNoor", "Al No\u200bor", "Al Noor \ue000", "Al\u2066 Noor"})
    void refusesWhatNobodySeesInAnythingThatPeopleRead(String text) {
        var bank = new BankDetails(null, text, null, null, null, null, null);
        assertThat(faults(new NewDestination(text, text + " X", IBAN, text, text, "ARE", "AED", null, null, bank)))
                .containsExactly(
                        "name INVALID_PARAMETERS",
                        "display_name INVALID_PARAMETERS",
                        "address INVALID_PARAMETERS",
                        "city INVALID_PARAMETERS",
                        "branch_address INVALID_PARAMETERS");
    }

    @Test
    void saysEverythingAtOnce() {
        assertThat(faults(new NewDestination("", "", "", "", "", "", "", null, null)))
                .containsExactly(
                        "name MISSING_PARAMETERS",
                        "iban MISSING_PARAMETERS",
                        "address MISSING_PARAMETERS",
                        "city MISSING_PARAMETERS",
                        "country MISSING_PARAMETERS",
                        "currency_iso_code MISSING_PARAMETERS");
        assertThat(faults(new NewDestination(
                        "Al Noor", "n".repeat(141), IBAN, "a".repeat(201), "Du\nbai", "AE", "XXX", "12-34", "ADCB")))
                .containsExactly(
                        "display_name INVALID_PARAMETERS",
                        "address INVALID_PARAMETERS",
                        "city INVALID_PARAMETERS",
                        "country INVALID_PARAMETERS",
                        "currency_iso_code INVALID_PARAMETERS",
                        "account_number INVALID_PARAMETERS",
                        "swift_code INVALID_PARAMETERS");
    }

    @Test
    void tidiesWhatPeopleType() {
        var tidy = new NewDestination(
                        " Al  Noor ",
                        " ",
                        "ae07 0331 2345 6789 0123 456",
                        " 1 Street ",
                        " Dubai ",
                        "are",
                        "aed",
                        " ",
                        " ")
                .tidy();
        assertThat(tidy)
                .isEqualTo(
                        new NewDestination("Al Noor", "Al Noor", IBAN, "1 Street", "Dubai", "ARE", "AED", null, null));
    }

    @Test
    void knowsTheSameNameByItsLettersAndDigits() {
        assertThat(named("Al-Noor Trading, L.L.C.").normalisedName())
                .isEqualTo(named("al noor trading l l c").normalisedName());
        assertThat(named("Al Noor 1").normalisedName())
                .isNotEqualTo(named("Al Noor 2").normalisedName());
    }

    private static NewDestination named(@Nullable String name) {
        return new NewDestination(String.valueOf(name), "", IBAN, "1 Street", "Dubai", "ARE", "AED", null, null);
    }

    private static List<String> faults(String name, String iban) {
        return faults(new NewDestination(name, "", iban, "1 Street", "Dubai", "ARE", "AED", null, null));
    }

    private static List<String> faults(NewDestination wanted) {
        return wanted.tidy().faults().stream().map(NewDestinationTest::shown).toList();
    }

    private static String shown(FieldFault fault) {
        return fault.field() + " " + fault.code();
    }
}
