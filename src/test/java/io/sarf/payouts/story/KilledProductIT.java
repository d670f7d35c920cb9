package io.sarf.payouts.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.testing.Chromium;
import io.sarf.testing.Eventually;
import io.sarf.testing.Person;
import io.sarf.testing.StackResource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The product dies between handing an order over and recording the answer; the bank runs on, in its own process. */
class KilledProductIT {
    /** Beyond the bank's slow answer of 15 seconds and the waits before somebody looks again. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void an_order_whose_answer_was_never_recorded_is_looked_up_and_not_sent_again() throws Exception {
        var stack = StackResource.stack();
        var books = new Books(stack);
        var port = Product.freePort();
        try (var chromium = Chromium.launch();
                var browser = chromium.browser().newContext()) {
            String payout;
            String automatic;
            Api api;
            String account;
            String destination;
            byte[] answer;
            try (var product = Product.start(stack, port)) {
                var owner = new Dashboard(product.host(), browser);
                owner.signUpAndFound(Person.named("Huda", "Salem"), "Palm Courier");
                owner.optIn();
                api = new Api(product.host(), owner.application(), owner.createClientSecret());
                owner.connect(owner.testUsers().get(0), true);
                destination = api.createDestination();
                account = owner.accountId();

                answer = api.payOnce("order-7", account, destination, "99.00").asByteArray();

                // The bank takes an order of .58 at once and answers 15 seconds later.
                payout = api.pay(account, destination, "120.58", false);
                automatic = api.pay(account, destination, "130.58", true);
                Eventually.get("the orders at the bank", () -> called(books, payout, automatic));
                product.kill();
            }
            assertThat(books.payout(payout, "status")).isEqualTo("QUEUEING");
            assertThat(books.payout(automatic, "status")).isEqualTo("QUEUEING");
            books.leasesOfTheKilledRunOut();

            try (var product = Product.start(stack, port)) {
                // What was answered once is answered again by whoever comes after, byte for byte.
                var again = api.payOnce("order-7", account, destination, "99.00");
                assertThat(again.header("idempotent-replayed")).isEqualTo("true");
                assertThat(again.asByteArray()).isEqualTo(answer);
                Eventually.get(
                        "the waiting payout is recorded",
                        PATIENCE,
                        () -> is(books, payout, "status", "AWAITING_AUTHORIZATION"));
                Eventually.get(
                        "the automatic payout is paid", PATIENCE, () -> is(books, automatic, "outcome", "PROCESSED"));
            }
            assertThat(books.orderCalls(books.payout(payout, "reference"))).isEqualTo(1);
            assertThat(books.orderCalls(books.payout(automatic, "reference"))).isEqualTo(1);
        }
    }

    private static Optional<Boolean> called(Books books, String... payouts) {
        try {
            for (var payout : payouts) {
                if (books.orderCalls(books.payout(payout, "reference")) == 0) {
                    return Optional.empty();
                }
            }
            return Optional.of(true);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Optional<Boolean> is(Books books, String payout, String column, String value) {
        try {
            return books.payout(payout, column).equals(value) ? Optional.of(true) : Optional.empty();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
