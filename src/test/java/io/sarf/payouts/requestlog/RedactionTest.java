package io.sarf.payouts.requestlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RedactionTest {
    private static final String IBAN = "AE680030012312312312123";

    private static String of(String body) {
        return Redaction.of(body.getBytes(StandardCharsets.UTF_8), true);
    }

    private static JsonNode json(String body) {
        try {
            return new ObjectMapper().readTree(of(body));
        } catch (IOException notJson) {
            throw new AssertionError(of(body), notJson);
        }
    }

    @Test
    void of_account_numbers_the_last_four_are_kept_wherever_they_stand() {
        var kept = json("""
                {"payments": [{"destination_details": {"iban": "AE68 0030 0123 1231 2312 123",
                  "account_number": 1231230000123, "accountNumber": ["5591670000007838"]}}],
                 "recipient_iban": "AE680030012312312312123"}
                """);

        var details = kept.at("/payments/0/destination_details");
        assertThat(details.get("iban").asText()).isEqualTo("…2123");
        assertThat(details.get("account_number").asText()).isEqualTo("…0123");
        assertThat(details.at("/accountNumber/0").asText()).isEqualTo("…7838");
        assertThat(kept.get("recipient_iban").asText()).isEqualTo("…2123");
    }

    @Test
    void of_a_short_account_number_no_more_than_half_is_kept() {
        assertThat(json("{\"account_number\": \"123456\"}")
                        .get("account_number")
                        .asText())
                .isEqualTo("…456");
        assertThat(json("{\"account_number\": 12}").get("account_number").asText())
                .isEqualTo("…2");
    }

    @Test
    void of_names_and_addresses_the_first_letters_are_kept() {
        var kept = json("""
                {"name": "Harbour Logistics LLC", "display_name": "Harbour", "address": "Pier 4", "city": "Abu Dhabi",
                 "recipient_name": "نورة سالم", "postal_code": 12345, "country": "ARE"}
                """);

        assertThat(kept.get("name").asText()).isEqualTo("H… L… L…");
        assertThat(kept.get("display_name").asText()).isEqualTo("H…");
        assertThat(kept.get("address").asText()).isEqualTo("P… 4…");
        assertThat(kept.get("recipient_name").asText()).isEqualTo("ن… س…");
        assertThat(kept.get("postal_code").asText()).isEqualTo("1…");
        assertThat(kept.get("city").asText()).isEqualTo("Abu Dhabi");
        assertThat(kept.get("country").asText()).isEqualTo("ARE");
    }

    @Test
    void of_secrets_nothing_is_kept_not_even_inside_of_them() {
        var kept = of("""
                {"client_secret": "hunter2", "accessToken": "hunter2", "Authorization": "Bearer hunter2", "otp": 1111,
                 "balance": 900.25, "government_identifiers": [{"type": "hunter2", "value": {"deep": 784199012345678}}]}
                """);

        assertThat(kept).doesNotContain("hunter2", "1111", "900", "7841");
        assertThat(kept).contains("client_secret", "government_identifiers", "type", "deep");
    }

    @Test
    void what_a_developer_looks_for_is_kept() {
        var body = """
                {"payment_intent_id": "84e01111-0000-4222-8333-123456789012", "bank_identifier": "SANDBOX_SME_UAE",
                 "amount": 12345678901.25, "total_amount": 12345678901, "size": 50, "authorize_payment": false,
                 "authorization_id": "84e01111-0000-4222-8333-123456789012", "payment_id": null,
                 "description": "INV 2041 March", "timestamp": "2026-03-01T15:52:05.619146123Z"}
                """;

        assertThat(json(body)).isEqualTo(read(body));
    }

    @Test
    void an_account_number_in_a_sentence_or_in_a_field_nobody_knows_is_shortened_too() {
        var kept = of("""
                {"message": "No bank for %s, nor for AE68 0030 0123 1231 2312 123, nor for 5591 6700 0000 7838.",
                 "acct": 1231230000123, "note": "acc_1231230000123", "%s": 1}
                """.formatted(IBAN, IBAN));

        assertThat(kept)
                .doesNotContain(IBAN, "0030 0123", "5591", "1231230000")
                .contains("No bank for …2123, nor for …2123, nor for …7838.", "\"…0123\"", "acc_…0123", "\"…2123\"");
    }

    @Test
    void an_error_says_which_field_was_wrong_and_not_what_it_hides() {
        var kept = json("""
                {"status": "INVALID_NAME", "message": "two words. field: payments[0].name, value: Harbour",
                 "metadata": {"errors": [{"field": "payments[0].name", "value": "Harbour", "message": "two words"},
                   {"field": "amount", "value": "-3", "message": "more than 0"}]}}
                """);

        assertThat(kept.get("message").asText()).isEqualTo("two words. field: payments[0].name, value: H…");
        assertThat(kept.at("/metadata/errors/0/value").asText()).isEqualTo("H…");
        assertThat(kept.at("/metadata/errors/1/value").asText()).isEqualTo("-3");
    }

    @Test
    void of_what_is_no_json_the_part_that_was_understood_is_kept() {
        assertThat(of("{\"amount\": 5, \"iban\": \"AE68003001231231231"))
                .contains("amount")
                .endsWith("\n…");
        assertThat(of("{\"amount\": 5, \"iban\": \"AE68003001231231231")).doesNotContain("AE68");
        assertThat(of("client_secret=hunter2")).isEqualTo("…");
        assertThat(of("[".repeat(5_000))).endsWith("…").hasSizeLessThan(10_000);
    }

    @Test
    void a_huge_body_is_cut_between_two_fields() {
        var row = "{\"iban\": \"" + IBAN + "\", \"amount\": 1.5, \"text\": \"" + "x".repeat(5_000) + "\"},";
        var huge = "[" + row.repeat(2_000) + "{}]";

        var kept = of(huge);

        assertThat(kept)
                .hasSizeBetween(Redaction.LONGEST, Redaction.LONGEST + 1_000)
                .endsWith("]\n…");
        assertThat(kept).doesNotContain(IBAN).contains("x".repeat(200) + "…").doesNotContain("x".repeat(201));
    }

    @Test
    void wherever_a_body_was_cut_before_no_number_shows_more_than_its_end() {
        var body =
                "{\"a\": {\"account_number\": 1231230000123, \"acct\": 5591670000007838, \"iban\": \"" + IBAN + "\"}}";
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        for (var length = 0; length < bytes.length; length++) {
            assertThat(Redaction.of(Arrays.copyOf(bytes, length), false))
                    .as("%d bytes", length)
                    .doesNotContain("12312", "5591", "AE68")
                    .endsWith("…");
        }
    }

    @Test
    void an_address_is_redacted_as_a_body_is() {
        assertThat(Redaction.uri("/payouts/v1/payments?page_size=5&recipient_iban=" + IBAN + "&access_token=hunter2"))
                .isEqualTo("/payouts/v1/payments?page_size=5&recipient_iban=…2123&access_token=…");
        assertThat(Redaction.uri("/customers/v1/app-user-id/" + IBAN)).isEqualTo("/customers/v1/app-user-id/…2123");
        assertThat(Redaction.uri("/banks/v1?q=" + "x".repeat(900))).hasSize(501);
    }

    @Test
    void the_code_of_an_error_is_read_from_its_top() {
        assertThat(
                        code(
                                "{\"timestamp\": \"now\", \"metadata\": {\"status\": \"INNER\"}, \"status\": \"INVALID_IBAN\"}"))
                .isEqualTo("INVALID_IBAN");
        assertThat(code("{\"error\": \"invalid_scope\", \"error_description\": \"api expected\"}"))
                .isEqualTo("invalid_scope");
        assertThat(code("{\"status\": \"not a code\"}")).isNull();
        assertThat(code("[]")).isNull();
        assertThat(code("{\"status\"")).isNull();
        assertThat(code("")).isNull();
    }

    private static String code(String body) {
        return Redaction.code(body.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode read(String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException notJson) {
            throw new AssertionError(notJson);
        }
    }
}
