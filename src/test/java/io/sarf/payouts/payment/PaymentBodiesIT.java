package io.sarf.payouts.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.client.KnownPrograms.Program;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.testing.ByHand;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bodies of new payments, made at random from a seed that a failure names. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class PaymentBodiesIT {
    private static final int VALID = 150;
    private static final int MUTATIONS = 800;
    private static final long SEED = 20_261_122;
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(NODES)
            .build();

    /** What stands in a place where something else is expected. */
    private static final List<String> JUNK = List.of(
            "null",
            "true",
            "0",
            "-1",
            "0.001",
            "1e400",
            "1e-400",
            "1E2",
            "NaN",
            "-Infinity",
            "99999999999999999999999999999999999999999999999999999999999999999",
            "\"\"",
            "\"1250.75\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"" + "x".repeat(5_000) + "\"",
            "[]",
            "{}",
            "[[[[[[[[]]]]]]]]",
            "[".repeat(100) + "]".repeat(100),
            "{\"a\":{\"a\":{\"a\":1}}}",
            "\"00000000-0000-0000-0000-000000000000\"",
            "\"0-0-0-0-0\"",
            "// nothing",
            "\u0000");

    @Inject
    PayingCompanies companies;

    @Inject
    KnownPrograms programs;

    @Inject
    Clock clock;

    private PayingCompany company;
    private Program program;

    @BeforeEach
    void a_company_with_a_back_end() {
        company = companies.open(new PaperBank(clock));
        program = programs.program(company.scope());
    }

    @Test
    void every_valid_body_is_taken_and_told_again_to_the_cent() {
        for (var body : bodies(VALID)) {
            var answer = program.call().body(body.toString()).post("/payouts/v1/payment");

            assertThat(answer.statusCode()).as("seed %d: %s", SEED, body).isEqualTo(200);
            var sent = sent(body);
            var published = read(answer).get("payouts_payment_details");
            assertThat(published).hasSameSizeAs(sent);
            for (var i = 0; i < sent.size(); i++) {
                assertThat(published.get(i).at("/destination_details/amount").decimalValue())
                        .isEqualByComparingTo(sent.get(i).get("amount").decimalValue());
            }
            var last = sent.get(sent.size() - 1);
            var intent = read(program.call()
                    .get("/payouts/v1/intents/"
                            + published
                                    .get(sent.size() - 1)
                                    .get("payment_intent_id")
                                    .asText()));
            assertThat(intent.get("amount").decimalValue())
                    .isEqualByComparingTo(last.get("amount").decimalValue());
            assertThat(intent.get("description").asText())
                    .isEqualTo(last.get("description").asText());
            assertThat(intent.get("external_reference").asText(null))
                    .isEqualTo(last.path("external_reference").asText(null));
        }
    }

    @Test
    void no_mutation_of_a_valid_body_makes_the_product_fail() {
        var random = new Random(SEED);
        var bodies = bodies(50);
        for (var i = 0; i < MUTATIONS; i++) {
            var mutated = mutated(bodies.get(random.nextInt(bodies.size())).toString(), random);

            var answer = program.call().body(mutated).post("/payouts/v1/payment");

            assertThat(answer.statusCode())
                    .as("seed %d, mutation %d: %s", SEED, i, mutated)
                    .isIn(200, 400, 404);
            if (answer.statusCode() != 200) {
                assertThat(answer.<String>path("status")).isNotEmpty();
                assertThat(answer.<String>path("message")).isNotEmpty();
            }
        }
    }

    private static String mutated(String body, Random random) {
        var text = new StringBuilder(body);
        for (var times = 1 + random.nextInt(2); times > 0 && !text.isEmpty(); times--) {
            switch (random.nextInt(5)) {
                case 0 -> insteadOfAValue(text, random);
                case 1 -> text.setLength(random.nextInt(text.length()));
                case 2 -> text.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(95)));
                case 3 -> text.insert(1, "\"x" + random.nextInt(3) + "\":" + junk(random) + ",");
                default -> {
                    var from = random.nextInt(text.length());
                    text.insert(
                            random.nextInt(text.length()), text.substring(from, Math.min(from + 40, text.length())));
                }
            }
        }
        return text.toString();
    }

    /** Behind one of the colons, up to what follows the value there. */
    private static void insteadOfAValue(StringBuilder text, Random random) {
        var colons = new ArrayList<Integer>();
        for (var at = text.indexOf("\":"); at >= 0; at = text.indexOf("\":", at + 1)) {
            colons.add(at + 2);
        }
        if (colons.isEmpty()) {
            return;
        }
        var from = colons.get(random.nextInt(colons.size()));
        var end = from;
        while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        text.replace(from, end, junk(random));
    }

    private static String junk(Random random) {
        return JUNK.get(random.nextInt(JUNK.size()));
    }

    private static List<JsonNode> sent(JsonNode body) {
        var all = new ArrayList<JsonNode>();
        body.get("payment_details")
                .forEach(details -> details.get("destination_details").forEach(all::add));
        return all;
    }

    private List<JsonNode> bodies(int many) {
        var bodies = new ArrayList<JsonNode>();
        JqwikSession.run(() -> {
            var generator = body().generator(1_000);
            var random = new Random(SEED);
            for (var i = 0; i < many; i++) {
                bodies.add(generator.next(random).value());
            }
        });
        return bodies;
    }

    private Arbitrary<JsonNode> body() {
        return details().list().ofMinSize(1).ofMaxSize(4).map(list -> {
            var body = NODES.objectNode();
            body.putArray("payment_details").addAll(list);
            return body;
        });
    }

    private Arbitrary<JsonNode> details() {
        return Combinators.combine(payment().list().ofMinSize(1).ofMaxSize(6), currency())
                .as((payments, currency) -> {
                    var details = NODES.objectNode();
                    details.put("account_id", company.account().value().toString());
                    details.putArray("destination_details").addAll(payments);
                    return put(details, "currency", currency);
                });
    }

    private Arbitrary<JsonNode> payment() {
        var amounts = Arbitraries.bigDecimals()
                .between(new BigDecimal("1"), new BigDecimal("1000000"))
                .ofScale(2);
        var descriptions = Arbitraries.strings()
                .withChars("abcXYZ019/-?:().,'+ ")
                .ofMinLength(1)
                .ofMaxLength(32)
                .filter(text -> !text.isBlank());
        var references = Arbitraries.strings()
                .ofMaxLength(64)
                .alpha()
                .withChars("éقß-_ ")
                .map(text -> (JsonNode) NODES.textNode(text))
                .injectNull(0.3);
        var automatic = Arbitraries.of("true", "false", "null", "absent");
        return Combinators.combine(amounts, descriptions, references, automatic, currency())
                .as((amount, description, reference, authorize, currency) -> {
                    var payment = NODES.objectNode();
                    payment.put("payment_destination_id", company.destination().toString());
                    payment.put("amount", amount);
                    payment.put("description", description);
                    if (reference != null) {
                        payment.set("external_reference", reference);
                    }
                    return put(put(payment, "authorize_payment", authorize), "currency", currency);
                });
    }

    private static Arbitrary<String> currency() {
        return Arbitraries.of("\"AED\"", "null", "absent");
    }

    private static JsonNode put(JsonNode object, String field, String value) {
        if (!value.equals("absent")) {
            try {
                ((ObjectNode) object).set(field, JSON.readTree(value));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
        return object;
    }

    private static JsonNode read(Response answer) {
        try {
            return JSON.readTree(answer.asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + answer.asString(), e);
        }
    }
}
