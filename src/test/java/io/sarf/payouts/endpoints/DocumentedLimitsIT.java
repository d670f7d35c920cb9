package io.sarf.payouts.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.client.KnownPrograms.Program;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ApiContract;
import io.sarf.testing.ByHand;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The limits that the document names are those that the product has: what is one too many is refused, by its name. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class DocumentedLimitsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode SCHEMAS = ApiContract.read().document().at("/components/schemas");

    @Inject
    PayingCompanies companies;

    @Inject
    KnownPrograms programs;

    @Inject
    MovableClock clock;

    private PayingCompany company;
    private Program program;
    private final Map<String, String> missed = new LinkedHashMap<>();

    @BeforeEach
    void a_company_with_a_back_end() {
        company = companies.open(new PaperBank(clock));
        program = programs.program(company.scope());
    }

    @Test
    void a_value_one_too_long_or_of_another_form_is_refused_and_the_longest_is_not() throws Exception {
        each("NewDestination", "", "/payouts/v1/payment/destinations", JSON.createObjectNode(), value -> value);
        each("NewCustomer", "", "/customers/v1", JSON.createObjectNode(), value -> value);
        each(
                "NewBulkPayee",
                "payments[0].destination_details.",
                "/payouts/v1/bulk-payments",
                JSON.createObjectNode(),
                payee -> bulk(entry().set("destination_details", payee)));
        var known = entry().put("destination_id", company.destination().toString());
        each("NewBulkEntry", "payments[0].", "/payouts/v1/bulk-payments", known, this::bulk);
        var payment =
                entry().put("payment_destination_id", company.destination().toString());
        each(
                "NewPaymentDestination",
                "payment_details[0].destination_details[0].",
                "/payouts/v1/payment",
                payment,
                this::payment);

        assertThat(missed).isEmpty();
    }

    @Test
    void an_array_one_too_long_is_refused() throws Exception {
        array("NewPayments", "payment_details", "/payouts/v1/payment");
        array("NewBulkPayment", "payments", "/payouts/v1/bulk-payments");
        var destinations = ApiContract.read()
                .document()
                .at(
                        "/paths/~1payouts~1v1~1payment~1destinations/post/requestBody/content/application~1json/schema/oneOf/0");
        refused(
                "destinations",
                "/payouts/v1/payment/destinations",
                elements(destinations.path("maxItems").asInt() + 1),
                "destinations are expected");

        assertThat(missed).isEmpty();
    }

    private static ObjectNode entry() {
        return JSON.createObjectNode().put("amount", 10).put("currency", "AED").put("description", "INV 1");
    }

    private JsonNode bulk(JsonNode entry) {
        var body = JSON.createObjectNode()
                .put("account_id", company.account().toString())
                .put("authorize_payment", false);
        body.putArray("payments").add(entry);
        return body;
    }

    private JsonNode payment(JsonNode destination) {
        var body = JSON.createObjectNode();
        var details = body.putArray("payment_details").addObject();
        details.put("account_id", company.account().toString());
        details.putArray("destination_details").add(destination);
        return body;
    }

    private interface Around {
        JsonNode body(ObjectNode value);
    }

    private void each(String schema, String path, String address, ObjectNode valid, Around around) throws Exception {
        for (var field : SCHEMAS.path(schema).path("properties").properties()) {
            var said = field.getValue();
            var name = path + field.getKey();
            if (said.has("maxLength")) {
                var longest = "x y" + "z".repeat(said.path("maxLength").asInt() - 3);
                named(name, address, around.body(valid.deepCopy().put(field.getKey(), longest + "z")), true);
                named(name, address, around.body(valid.deepCopy().put(field.getKey(), longest)), false);
            }
            if (said.has("pattern")) {
                named(name, address, around.body(valid.deepCopy().put(field.getKey(), "€".repeat(300))), true);
            }
            if (said.has("exclusiveMinimum")) {
                named(name, address, around.body(valid.deepCopy().put(field.getKey(), 0)), true);
            }
        }
    }

    private void array(String schema, String field, String address) throws Exception {
        var most = SCHEMAS.path(schema)
                .path("properties")
                .path(field)
                .path("maxItems")
                .asInt();
        refused(field, address, JSON.createObjectNode().set(field, elements(most + 1)), "must have between 1 and");
    }

    private static ArrayNode elements(int count) {
        var elements = JSON.createArrayNode();
        for (var i = 0; i < count; i++) {
            elements.addObject();
        }
        return elements;
    }

    private void refused(String what, String address, JsonNode body, String message) {
        var answer = program.call().body(body.toString()).post(address);
        if (answer.statusCode() != 400 || !answer.asString().contains(message)) {
            missed.put(what, answer.statusCode() + " " + answer.asString());
        }
    }

    /** Whether the answer names the field; what else is missing in the body it names too. */
    private void named(String field, String address, JsonNode body, boolean expected) throws Exception {
        var answer = program.call().body(body.toString()).post(address);
        var error = JSON.readTree(answer.asString());
        var found = error.path("message").asText().contains("field: " + field + ",")
                || error.path("message").asText().endsWith("field: " + field);
        for (var fault : error.path("metadata").path("errors")) {
            found |= fault.path("field").asText().equals(field);
        }
        if (found != expected) {
            missed.put(field + " " + body.toString().length(), answer.statusCode() + " " + answer.asString());
        }
    }
}
