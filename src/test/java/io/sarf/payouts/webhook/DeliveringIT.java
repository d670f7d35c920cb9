package io.sarf.payouts.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Announcement;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.journal.Sealer;
import io.sarf.payouts.webhook.DeliveryOutcomes.Attempt;
import io.sarf.payouts.webhook.DeliveryQueue.ClaimedDelivery;
import io.sarf.payouts.webhook.Receiver.Received;
import io.sarf.payouts.webhook.WebhookDelivery.Status;
import io.sarf.payouts.webhook.Webhooks.Known;
import io.sarf.payouts.work.Batches;
import io.sarf.payouts.work.Lease;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Eventually;
import io.sarf.testing.Gate;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sending, by one node and by two, and what is sent again. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class DeliveringIT {
    private static final Duration LEASE = Duration.ofMinutes(1);

    @Inject
    Webhooks webhooks;

    @Inject
    DeliveryQueue queue;

    @Inject
    DeliveryOutcomes outcomes;

    @Inject
    Deliveries deliveries;

    @Inject
    Endpoints endpoints;

    @Inject
    WebhookClient courier;

    @Inject
    Sender sender;

    @Inject
    Journal journal;

    @Inject
    Sealer sealer;

    @Inject
    ExecutorService workers;

    @Inject
    EntityManager entities;

    @Inject
    MovableClock clock;

    private volatile ToIntFunction<Received> answer = request -> 200;
    private Receiver receiver;
    private Scope scope;
    private Known endpoint;

    @BeforeEach
    void an_endpoint() throws IOException {
        receiver = new Receiver(request -> answer.applyAsInt(request));
        nothingOfOthersIsLeft();
        scope = webhooks.company();
        endpoint = webhooks.endpoint(scope, receiver.url("/hook"));
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void what_is_sent_again_keeps_its_event_id_and_gets_one_more_attempt() {
        var delivery = webhooks.send(endpoint);
        sender.poll();
        var first = receiver.await();
        awaitAttempts(delivery, 1);

        deliveries.resend(scope, endpoint.id(), delivery);
        sender.poll();

        var second = receiver.await();
        awaitAttempts(delivery, 2);
        assertThat(second.event()).isEqualTo(first.event());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(webhooks.attempts(endpoint, delivery))
                .extracting(WebhookAttempt::number)
                .containsExactly(1, 2);
        assertThat(webhooks.delivery(endpoint, delivery).status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    void who_wants_it_again_while_it_is_under_way_gets_it_again() {
        var gate = new Gate();
        var delivery = webhooks.send(endpoint);
        answer = request -> {
            gate.pass();
            return 200;
        };
        sender.poll();
        gate.awaitArrival();
        clock.advance(Duration.ofSeconds(5));

        deliveries.resend(scope, endpoint.id(), delivery);
        gate.open();

        assertThat(receiver.await().event()).isEqualTo(receiver.await().event());
        awaitAttempts(delivery, 2);
        assertThat(webhooks.delivery(endpoint, delivery).status()).isEqualTo(Status.DELIVERED);
    }

    @Test
    void a_node_that_dies_after_sending_leaves_a_delivery_that_is_sent_again_with_the_same_event_id() {
        var delivery = webhooks.send(endpoint);
        var lost = queue.read(queue.claim(endpoint.id(), 1)).get(0);
        var outcome = sentBy(lost);
        var first = receiver.await();
        sender.poll();
        assertThat(receiver.rest()).as("while the lease holds").isEmpty();

        clock.advance(LEASE.plusSeconds(1));
        sender.poll();

        assertThat(receiver.await().event()).isEqualTo(first.event());
        awaitAttempts(delivery, 1);
        outcomes.run(List.of(new Attempt(lost, clock.instant(), "", outcome)));
        assertThat(webhooks.attempts(endpoint, delivery))
                .extracting(WebhookAttempt::number)
                .containsExactly(2);
    }

    @Test
    void of_outcomes_that_are_recorded_together_each_ends_its_own_delivery_and_that_of_a_lost_lease_leaves_no_trace() {
        send(endpoint, 3);
        var claimed = queue.read(queue.claim(endpoint.id(), 3));
        clock.advance(LEASE.plusSeconds(1));
        var lost = queue.claim(endpoint.id(), 1).get(0).work();
        var kept =
                claimed.stream().filter(one -> !one.lease().work().equals(lost)).toList();
        var refused = kept.get(0).lease().work();

        var recorded = outcomes.run(claimed.stream()
                .map(one -> ended(one, one.lease().work().equals(refused) ? 500 : 200))
                .toList());

        assertThat(recorded).extracting(Batches.Outcome::result).containsOnlyOnce(false);
        assertThat(webhooks.attempts(endpoint, lost)).isEmpty();
        assertThat(webhooks.delivery(endpoint, lost).status()).isEqualTo(Status.PENDING);
        assertThat(webhooks.delivery(endpoint, refused).status()).isEqualTo(Status.PENDING);
        assertThat(webhooks.attempts(endpoint, refused)).hasSize(1);
        var delivered = kept.get(1).lease().work();
        assertThat(webhooks.delivery(endpoint, delivered).status()).isEqualTo(Status.DELIVERED);
        assertThat(webhooks.attempts(endpoint, delivered)).hasSize(1);
    }

    private Attempt ended(ClaimedDelivery delivery, int status) {
        return new Attempt(
                delivery, clock.instant(), "", new DeliveryOutcome(status, null, "", "", Duration.ZERO, null));
    }

    @Test
    void nodes_that_claim_at_once_never_hold_the_same_delivery() {
        var sent = send(endpoint, 20);

        var claimed = Together.run(5, () -> queue.claim(endpoint.id(), 6)).stream()
                .flatMap(parcels -> parcels.get().stream())
                .map(Lease::work)
                .toList();

        assertThat(claimed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    void two_nodes_that_send_at_once_send_each_event_once() {
        var other = new Sender(queue, outcomes, endpoints, courier, workers, clock);
        var sent = send(endpoint, 40);

        Eventually.get("all of them", () -> {
            Together.run(List.<Callable<Object>>of(() -> poll(sender), () -> poll(other)))
                    .forEach(Together.Outcome::get);
            return sent.stream().allMatch(one -> is(one, Status.DELIVERED)) ? Optional.of(true) : Optional.empty();
        });

        assertThat(receiver.rest()).hasSize(40).extracting(Received::event).doesNotHaveDuplicates();
    }

    @Test
    void an_endpoint_that_does_not_answer_delays_nobody_else() {
        var gate = new Gate();
        answer = request -> {
            if (request.path().equals("/slow")) {
                gate.pass();
            }
            return 200;
        };
        send(webhooks.endpoint(scope, receiver.url("/slow")), 30);
        sender.poll();
        gate.awaitArrival();

        var quick = send(endpoint, 10);
        sender.poll();

        var seen = new HashSet<String>();
        while (seen.size() < quick.size()) {
            var next = receiver.await();
            if (next.path().equals("/hook")) {
                seen.add(next.event());
            }
        }
        gate.open();
    }

    @Test
    void a_delivery_that_cannot_be_signed_says_so_and_holds_nobody_up() {
        var broken = webhooks.endpoint(scope, receiver.url("/broken"));
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("UPDATE webhook_endpoint SET secret = 'x' WHERE id = :id")
                        .setParameter("id", broken.id())
                        .executeUpdate());
        var poison = webhooks.send(broken);
        var sound = send(endpoint, 3);

        sender.poll();

        sound.forEach(one ->
                Eventually.get("the sound ones", () -> is(one, Status.DELIVERED) ? Optional.of(1) : Optional.empty()));
        var attempt = Eventually.get(
                "the broken one's attempt",
                () -> webhooks.attempts(broken, poison).stream().findFirst());
        assertThat(attempt.error()).isEqualTo(DeliveryOutcome.Failure.INTERNAL);
        assertThat(webhooks.delivery(broken, poison).dueAt()).isAfter(clock.instant());
    }

    @Test
    void two_nodes_that_fan_out_at_once_make_one_delivery_of_each_event() {
        // One event before, so that the reader's place is known and nobody waits for its first row.
        happen(1);
        assertThat(queue.queueNext(scope)).isTrue();
        happen(60);

        Together.run(4, () -> {
                    while (queue.queueNext(scope)) {
                        // The next batch.
                    }
                    return true;
                })
                .forEach(Together.Outcome::get);

        assertThat(events()).hasSize(61).doesNotHaveDuplicates();
    }

    /** A hundred environments with something unread would stand before the one of this test. */
    private void nothingOfOthersIsLeft() {
        for (var others = queue.unread(); !others.isEmpty(); others = queue.unread()) {
            for (var other : others) {
                while (queue.queueNext(other)) {
                    // The next batch.
                }
            }
        }
    }

    /** Things the client is told of, all of them sealed when this returns. */
    private void happen(int times) {
        var change = Change.of(
                        Chain.of(scope),
                        "thing.changed",
                        new Change.Subject("thing", UUID.randomUUID(), 1),
                        Actor.SYSTEM)
                .announcing(new Announcement("payment.updated", "A thing.", Map.of("a", 1)));
        QuarkusTransaction.requiringNew().run(() -> IntStream.range(0, times).forEach(each -> journal.record(change)));
        Eventually.get("the events sealed", () -> {
            sealer.sealAll();
            return queue.unread().contains(scope) ? Optional.of(true) : Optional.empty();
        });
    }

    private List<UUID> events() {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createQuery("select event from WebhookDelivery where endpoint = :id", UUID.class)
                        .setParameter("id", endpoint.id())
                        .getResultList());
    }

    private List<UUID> send(Known to, int count) {
        return IntStream.range(0, count).mapToObj(each -> webhooks.send(to)).toList();
    }

    private DeliveryOutcome sentBy(ClaimedDelivery parcel) {
        var body = parcel.body().getBytes(StandardCharsets.UTF_8);
        var keys = endpoints.keys(parcel.scope(), parcel.endpoint(), parcel.secrets());
        var headers = Signing.headers(keys, parcel.event(), clock.instant(), body);
        return courier.deliver(parcel.url(), parcel.scope().environment(), headers, body)
                .join();
    }

    private boolean is(UUID delivery, Status status) {
        return webhooks.delivery(endpoint, delivery).status() == status;
    }

    private void awaitAttempts(UUID delivery, int count) {
        Eventually.get(
                count + " attempts",
                () -> webhooks.attempts(endpoint, delivery).size() == count ? Optional.of(count) : Optional.empty());
    }

    private static Object poll(Sender node) {
        node.poll();
        return node;
    }
}
