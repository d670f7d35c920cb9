package io.sarf.payouts.bank.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sarf.payouts.bank.Order;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.Verdict;
import java.time.Instant;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** A member of a call has a verdict only if the bank gives one for it, once. */
class AnswersTest {
    private static final OurReference ONE = new OurReference("SARF00000000000000000000000001");
    private static final OurReference OTHER = new OurReference("SARF00000000000000000000000002");

    @Test
    void a_member_that_is_missing_has_no_verdict_and_the_others_have_theirs() {
        var verdicts = Answers.verdicts(json("""
                {"results":[{"reference":"%s","result":"accepted","bank_reference":"B1"}]}""".formatted(ONE)));

        assertThat(verdicts).containsOnlyKeys(ONE);
        assertThat(verdicts.get(ONE)).isEqualTo(new Verdict.Accepted("B1"));
    }

    @Test
    void a_member_with_two_results_has_no_verdict_even_if_they_are_equal() {
        var verdicts = Answers.verdicts(json("""
                {"results":[{"reference":"%1$s","result":"accepted","bank_reference":"B1"},
                            {"reference":"%1$s","result":"accepted","bank_reference":"B1"},
                            {"reference":"%2$s","result":"pending"}]}""".formatted(ONE, OTHER)));

        assertThat(verdicts).containsOnlyKeys(OTHER);
    }

    @Test
    void results_of_foreign_references_and_of_unknown_kinds_are_not_verdicts() {
        var verdicts = Answers.verdicts(json("""
                {"results":[{"reference":"SOMEBODY-ELSE","result":"accepted"},
                            {"reference":"%s","result":"considered"}]}""".formatted(ONE)));

        assertThat(verdicts).isEmpty();
    }

    @Test
    void an_answer_about_another_reference_amount_or_currency_is_not_about_the_order() {
        var order = new Order(
                ONE,
                "ACC",
                "BEN",
                RunningBank.creditor("Noor Hadid", "AE070331234567890123456"),
                Money.parse("AED 10.50"),
                "Salary",
                false,
                Instant.EPOCH);

        assertThat(Answers.isAbout(order, taken(ONE, "10.50", "AED"))).isTrue();
        assertThat(Answers.isAbout(order, taken(OTHER, "10.50", "AED"))).isFalse();
        assertThat(Answers.isAbout(order, taken(ONE, "10.51", "AED"))).isFalse();
        assertThat(Answers.isAbout(order, taken(ONE, "10.50", "SAR"))).isFalse();
        assertThat(Answers.isAbout(order, json("{\"answer\":\"taken\"}"))).isFalse();
    }

    private static JsonNode taken(OurReference reference, String amount, String currency) {
        return json("""
                {"answer":"taken","reference":"%s","amount":"%s","currency":"%s"}""".formatted(reference, amount, currency));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
