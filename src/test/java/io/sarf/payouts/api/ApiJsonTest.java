package io.sarf.payouts.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApiJsonTest {
    enum Reason {
        USER_REQUESTED,
        TPP_REQUESTED
    }

    @JsonIgnoreProperties("government_identifiers")
    record Order(List<Entry> paymentDetails, Boolean authorizePayment, Reason reason) {}

    record Entry(
            UUID accountId, BigDecimal amount, String description, Integer count, List<Entry> destinationDetails) {}

    private static Order read(String json) {
        return ApiJson.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), Order.class);
    }

    private static ApiFault fault(String json) {
        return catchThrowableOfType(ApiFault.class, () -> read(json));
    }

    private static List<String> fields(String json) {
        return fault(json).fields().stream().map(WrongField::field).toList();
    }

    @Test
    void reads_snake_case_and_exact_amounts() {
        var id = UUID.randomUUID();
        var order = read("{'payment_details':[{'account_id':'" + id
                + "','amount':1250.75,'description':'INV','count':3}],'authorize_payment':false,"
                + "'reason':'USER_REQUESTED','government_identifiers':[{'a':1}]}");

        var entry = order.paymentDetails().get(0);
        assertThat(entry.accountId()).isEqualTo(id);
        assertThat(entry.amount()).isEqualTo(new BigDecimal("1250.75"));
        assertThat(entry.count()).isEqualTo(3);
        assertThat(order.authorizePayment()).isFalse();
    }

    @Test
    void null_is_no_element_of_an_array_wherever_that_stands() {
        assertThat(fields("{'payment_details':[null,{'destination_details':[null]}]}"))
                .containsExactly("payment_details[0]", "payment_details[1].destination_details[0]");
        var list = catchThrowableOfType(
                ApiFault.class, () -> ApiJson.read("[null]".getBytes(StandardCharsets.UTF_8), Entry[].class));
        assertThat(list.fields()).extracting(WrongField::field).containsExactly("[0]");
    }

    @Test
    void text_that_is_not_unicode_is_refused_in_names_and_values() {
        assertThat(fields("{'payment_details':[{'description':'x\\ud800'}]}"))
                .containsExactly("payment_details[0].description");
        assertThat(fault("{'x\\udc00':1}").code()).isEqualTo(ApiCode.INVALID_PARAMETERS);
        assertThat(fault("{'x\\ud800':1}").code()).isEqualTo(ApiCode.INVALID_PARAMETERS);
        var overlong = new byte[] {'{', '"', (byte) 0xC0, (byte) 0xAF, '"', ':', '1', '}'};
        assertThat(catchThrowableOfType(ApiFault.class, () -> ApiJson.read(overlong, Order.class))
                        .message())
                .contains("UTF-8");
        assertThat(read("{'payment_details':[{'description':'\\ud83d\\ude00'}]}")
                        .paymentDetails()
                        .get(0)
                        .description())
                .isEqualTo("\ud83d\ude00");
    }

    @Test
    void a_value_in_a_message_is_cut_between_two_characters() {
        var fault = fault("{'payment_details':[{'account_id':'" + "x".repeat(63) + "\ud83d\ude00y'}]}");

        assertThat(fault.fields().get(0).value()).endsWith("\ud83d\ude00…");
        assertThat(ApiJson.write(fault.fields())).isNotEmpty();
    }

    @Test
    void what_was_not_sent_is_null() {
        assertThat(read("{'payment_details':null}")).isEqualTo(new Order(null, null, null));
    }

    @Test
    void an_unknown_field_is_named_with_its_path() {
        assertThat(fields("{'extra':{'deep':[1,2]},'payment_details':[{},{'amont':1}]}"))
                .containsExactlyInAnyOrder("extra", "payment_details[1].amont");
        assertThat(fields("{'payment_details':[{'x':1,'count':1,'amount':2,'account_id':null,'description':null,"
                        + "'destination_details':[{'y':{}}],'z':3}],'w':1}"))
                .containsExactlyInAnyOrder(
                        "payment_details[0].x",
                        "payment_details[0].destination_details[0].y",
                        "payment_details[0].z",
                        "w");
    }

    @Test
    void nothing_is_taken_for_something_else() {
        assertThat(fields("{'authorize_payment':'true'}")).containsExactly("authorize_payment");
        assertThat(fields("{'authorize_payment':1}")).containsExactly("authorize_payment");
        assertThat(fields("{'payment_details':[{'amount':'12'}]}")).containsExactly("payment_details[0].amount");
        assertThat(fields("{'payment_details':[{'description':12}]}"))
                .containsExactly("payment_details[0].description");
        assertThat(fields("{'payment_details':[{'count':1.0}]}")).containsExactly("payment_details[0].count");
        assertThat(fields("{'payment_details':[{'count':99999999999}]}")).containsExactly("payment_details[0].count");
        assertThat(fields("{'payment_details':[{'account_id':'1-1-1-1-1'}]}"))
                .containsExactly("payment_details[0].account_id");
        assertThat(fields("{'payment_details':[{'amount':1e999999999}]}")).containsExactly("payment_details[0].amount");
        assertThat(fields("{'payment_details':{}}")).containsExactly("payment_details");
        assertThat(fields("{'payment_details':['x']}")).containsExactly("payment_details[0]");
        assertThat(fields("{'payment_details':[[]]}")).containsExactly("payment_details[0]");
        assertThat(fields("{'reason':'BECAUSE'}")).containsExactly("reason");
        assertThat(fields("{'reason':1}")).containsExactly("reason");
        assertThat(fields("{'reason':''}")).containsExactly("reason");
        assertThat(fields("[]")).containsExactly("body");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        var fault = fault("{'payment_details':[{'amount':'12','count':true},{'destination_details':[{'amount':[3]}]}],"
                + "'authorize_payment':'no','more':1}");

        assertThat(fault.fields())
                .extracting(WrongField::field)
                .containsExactlyInAnyOrder(
                        "payment_details[0].amount",
                        "payment_details[0].count",
                        "payment_details[1].destination_details[0].amount",
                        "authorize_payment",
                        "more");
        assertThat(fault.message()).isEqualTo("must be a number. field: payment_details[0].amount, value: 12");
    }

    @Test
    void what_was_expected_is_said() {
        assertThat(fault("{'reason':'BECAUSE'}").message())
                .isEqualTo("must be one of USER_REQUESTED, TPP_REQUESTED. field: reason, value: BECAUSE");
        assertThat(fault("{'payment_details':3}").message())
                .isEqualTo("must be an array. field: payment_details, value: 3");
        assertThat(fault("{'payment_details':['x']}").message())
                .isEqualTo("must be an object. field: payment_details[0], value: x");
    }

    @Test
    void what_is_no_json_is_refused() {
        for (var body : List.of("{", "{'authorize_payment':tru}", "{} {}", "{'a':NaN}", "x", "[".repeat(60))) {
            assertThat(fault(body)).as(body).isNotNull();
            assertThat(fault(body).code()).isEqualTo(ApiCode.INVALID_PARAMETERS);
        }
        assertThat(fault("").code()).isEqualTo(ApiCode.MISSING_PARAMETERS);
        assertThat(fault("null").code()).isEqualTo(ApiCode.MISSING_PARAMETERS);
    }

    @Test
    void a_field_that_is_there_twice_is_refused() {
        assertThat(fault("{'authorize_payment':true,'authorize_payment':false}").message())
                .startsWith("is there twice (line 1, column")
                .endsWith("field: authorize_payment");
    }

    @Test
    void accounts_and_secrets_are_not_echoed() {
        assertThat(new WrongField("iban", "AE070331234567890123456", "is wrong").value())
                .isEqualTo("…3456");
        assertThat(new WrongField("x.description", "AE07 0331 2345 6789 0123 456", "is wrong").value())
                .isEqualTo("…3456");
        assertThat(new WrongField("client_secret", "abc", "is wrong").value()).isNull();
        assertThat(new WrongField("a", "x".repeat(100), "is wrong").value()).hasSize(65);
        assertThat(new WrongField("a", "b\nc", "is wrong").value()).isEqualTo("b c");
    }

    @Test
    void an_error_has_the_form_of_the_contract() {
        var at = Instant.parse("2026-03-01T15:52:05.619146Z");
        var one = ApiFault.invalid("payment_details[0].amount", "-3", "must be more than 0");

        assertThat(text(ApiError.of(one, at)))
                .isEqualTo("{\"timestamp\":\"2026-03-01T15:52:05.619146Z\",\"status\":\"INVALID_PARAMETERS\","
                        + "\"message\":\"must be more than 0. field: payment_details[0].amount, value: -3\","
                        + "\"metadata\":null}");

        var two = ApiFault.of(
                ApiCode.MISSING_PARAMETERS, List.of(WrongField.missing("name"), WrongField.missing("iban")));
        assertThat(text(ApiError.of(two, at)))
                .endsWith("\"metadata\":{\"errors\":["
                        + "{\"field\":\"name\",\"value\":null,\"message\":\"is required\"},"
                        + "{\"field\":\"iban\",\"value\":null,\"message\":\"is required\"}]}}");
        assertThat(ApiFault.retry(ApiCode.SERVICE_UNAVAILABLE, "later", Duration.ofSeconds(5))
                        .retryAfter())
                .hasSeconds(5);
    }

    @Test
    void amounts_and_times_are_written_plainly() {
        var values = new LinkedHashMap<String, Object>();
        values.put("amount", new BigDecimal("1E+3"));
        values.put("exact", new BigDecimal("10.50"));
        values.put("at", Instant.parse("2026-03-01T15:52:05Z"));

        assertThat(text(values)).isEqualTo("{\"amount\":1000,\"exact\":10.50,\"at\":\"2026-03-01T15:52:05Z\"}");
    }

    private static String text(Object value) {
        return new String(ApiJson.write(value), StandardCharsets.UTF_8);
    }
}
