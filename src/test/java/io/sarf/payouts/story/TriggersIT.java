package io.sarf.payouts.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sarf.testing.Chromium;
import io.sarf.testing.Eventually;
import io.sarf.testing.Person;
import io.sarf.testing.StackResource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every ending the sandbox bank can be asked for by an amount, through the API, with what the client is told on the way. */
class TriggersIT {
    /** Beyond the bank's horizon of a minute and the waits before it. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /**
     * @param ends status, or outcome, that it comes to
     * @param told types and what they said, in the order of the events
     */
    private record Ending(boolean automatic, String column, String ends, List<String> told) {
        static Ending automatic(String column, String ends, String... told) {
            return new Ending(true, column, ends, List.of(told));
        }

        static Ending waits() {
            return new Ending(
                    false, "status", "AWAITING_AUTHORIZATION", List.of("payment.created AWAITING_AUTHORIZATION -"));
        }
    }

    private static final Map<String, Ending> ENDINGS = endings();

    private static Map<String, Ending> endings() {
        var endings = new LinkedHashMap<String, Ending>();
        endings.put("10.51", Ending.automatic("status", "FAILED", "payment.updated FAILED -"));
        endings.put("10.52", Ending.automatic("status", "FAILED", "payment.created FAILED -"));
        endings.put(
                "10.53",
                Ending.automatic(
                        "outcome",
                        "PROCESSED",
                        "payment.created PENDING_WITH_BANK -",
                        "payment.updated ACCEPTED_BY_BANK -",
                        "payment.updated ACCEPTED_BY_BANK PROCESSED"));
        endings.put(
                "10.54",
                Ending.automatic(
                        "outcome",
                        "REJECTED",
                        "payment.created ACCEPTED_BY_BANK -",
                        "payment.updated ACCEPTED_BY_BANK REJECTED"));
        endings.put("10.55", Ending.waits());
        endings.put("10.56", Ending.waits());
        endings.put("10.58", Ending.waits());
        endings.put(
                "10.60",
                Ending.automatic(
                        "outcome",
                        "PROCESSED",
                        "payment.created ACCEPTED_BY_BANK -",
                        "payment.updated ACCEPTED_BY_BANK PROCESSED"));
        // Nobody was told of it yet: an automatic payout is announced at the first verdict.
        endings.put("10.61", Ending.automatic("status", "AWAITING_AUTHORIZATION"));
        // Closes the bank to this company for half a minute, so it comes when the others have been handed over.
        endings.put("10.57", Ending.waits());
        return endings;
    }

    @Test
    void each_amount_ends_where_the_table_says_and_the_client_hears_every_step() throws Exception {
        var stack = StackResource.stack();
        var books = new Books(stack);
        try (var chromium = Chromium.launch();
                var browser = chromium.browser().newContext();
                var product = Product.start(stack, Product.freePort())) {
            var owner = new Dashboard(product.host(), browser);
            owner.signUpAndFound(Person.named("Rana", "Khalil"), "Cedar Trading");
            owner.optIn();
            var api = new Api(product.host(), owner.application(), owner.createClientSecret());
            owner.connect(owner.testUsers().get(0), true);
            var destination = api.createDestination();
            var account = owner.accountId();

            var payouts = new LinkedHashMap<String, String>();
            ENDINGS.forEach((amount, ending) -> {
                if (amount.endsWith(".57")) {
                    Eventually.get("the others at the bank", () -> handedOver(books, payouts));
                }
                payouts.put(amount, api.pay(account, destination, amount, ending.automatic()));
            });

            ENDINGS.forEach((amount, ending) -> Eventually.get(
                    amount + " ends as " + ending.ends(),
                    PATIENCE,
                    () -> is(books, payouts.get(amount), ending.column(), ending.ends())));
            ENDINGS.forEach((amount, ending) -> Eventually.get(
                    "the events of " + amount,
                    () -> told(api, payouts.get(amount)).size() >= ending.told().size()
                            ? Optional.of(true)
                            : Optional.empty()));
            ENDINGS.forEach((amount, ending) ->
                    assertThat(told(api, payouts.get(amount))).as(amount).isEqualTo(ending.told()));
            for (var taken : List.of("10.55", "10.58", "10.60")) {
                assertThat(books.orderCalls(books.payout(payouts.get(taken), "reference")))
                        .as("order calls of " + taken)
                        .isEqualTo(1);
            }
        }
    }

    private static Optional<Boolean> handedOver(Books books, Map<String, String> payouts) {
        for (var one : payouts.entrySet()) {
            // The call of .56 is lost before the bank sees it.
            if (!one.getKey().endsWith(".56")
                    && is(books, one.getValue(), "status", "CREATED").isPresent()) {
                return Optional.empty();
            }
        }
        return Optional.of(true);
    }

    private static List<String> told(Api api, String payout) {
        return api.events().stream()
                .filter(event -> event.at("/payload/intent_id").asText().equals(payout))
                .map(TriggersIT::said)
                .toList();
    }

    private static String said(JsonNode event) {
        return event.get("type").asText() + " " + event.at("/payload/status").asText() + " "
                + event.at("/payload/post_initiation_status").asText("-").replace("null", "-");
    }

    private static Optional<Boolean> is(Books books, String payout, String column, String value) {
        try {
            return value.equals(books.payout(payout, column)) ? Optional.of(true) : Optional.empty();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
