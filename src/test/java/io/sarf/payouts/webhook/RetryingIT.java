package io.sarf.payouts.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.EntryHistory;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.webhook.DeliveryOutcomes.Attempt;
import io.sarf.payouts.webhook.WebhookEndpoint.State;
import io.sarf.payouts.webhook.Webhooks.Known;
import io.sarf.payouts.workqueue.ParkingByHand;
import io.sarf.payouts.workqueue.WorkQueue;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the queue makes of answers, lived through with the clock in hand. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class RetryingIT {
    private static final DeliveryOutcome FAILED =
            DeliveryOutcome.failed(DeliveryOutcome.Failure.CONNECTION, Duration.ZERO);

    @Inject
    Webhooks webhooks;

    @Inject
    DeliveryQueue queue;

    @Inject
    DeliveryOutcomes outcomes;

    @Inject
    Endpoints endpoints;

    @Inject
    EntryHistory history;

    @Inject
    ParkingByHand parking;

    @Inject
    MovableClock clock;

    private Scope scope;
    private Known endpoint;

    @BeforeEach
    void an_endpoint() {
        scope = webhooks.company();
        endpoint = webhooks.endpoint(scope, "http://localhost:1/");
    }

    @Test
    void a_delivery_nobody_takes_is_tried_nineteen_times_in_seventy_two_hours_and_then_counts_as_failed() {
        var firstDelays = new HashSet<Duration>();
        for (var one = 0; one < 5; one++) {
            var delivery = webhooks.send(endpoint);
            var attempts = triedUntilTheEnd(delivery);

            assertThat(attempts).hasSize(RetrySchedule.OFFSETS.size() + 1).hasSize(19);
            for (var number = 1; number < attempts.size(); number++) {
                var planned = attempts.get(0).plus(RetrySchedule.OFFSETS.get(number - 1));
                var wait = Duration.between(attempts.get(number - 1), planned);
                var late = Duration.between(planned, attempts.get(number));
                assertThat(late).isBetween(Duration.ZERO, Duration.ofMinutes(5));
                assertThat(late).isLessThanOrEqualTo(wait.dividedBy(10));
            }
            assertThat(attempts.get(18)).isAfterOrEqualTo(attempts.get(0).plus(Duration.ofHours(72)));
            firstDelays.add(Duration.between(attempts.get(0), attempts.get(1)));

            var ended = webhooks.delivery(endpoint, delivery);
            assertThat(ended.status()).isEqualTo(WebhookDelivery.Status.FAILED);
            assertThat(ended.dueAt()).isNull();
            assertThat(webhooks.attempts(endpoint, delivery)).hasSize(19);
            // Five days of silence must not add up while this test lives through them.
            succeed();
        }
        assertThat(firstDelays).as("jitter").hasSizeGreaterThan(1);
    }

    @Test
    void the_receiver_may_ask_for_more_time() {
        var delivery = webhooks.send(endpoint);

        attempt(new DeliveryOutcome(503, null, "", "", Duration.ZERO, Duration.ofMinutes(30)));

        assertThat(webhooks.delivery(endpoint, delivery).dueAt())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(30)));
        clock.advance(Duration.ofMinutes(30).minusMillis(1));
        assertThat(queue.claim(endpoint.id(), 10)).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(queue.claim(endpoint.id(), 10)).hasSize(1);
    }

    @Test
    void gone_switches_the_endpoint_off_and_says_why() {
        var delivery = webhooks.send(endpoint);
        webhooks.send(endpoint);

        attempt(new DeliveryOutcome(410, null, "", "", Duration.ZERO, null));

        assertThat(webhooks.state(endpoint)).isEqualTo(State.OFF_GONE);
        assertThat(webhooks.delivery(endpoint, delivery).status()).isEqualTo(WebhookDelivery.Status.FAILED);
        assertThat(queue.claim(endpoint.id(), 10)).isEmpty();
        assertThat(queue.due()).doesNotContain(endpoint.id());
        assertThat(switchedOff())
                .singleElement()
                .satisfies(entry -> assertThat(entry.details()).contains("OFF_GONE"));
    }

    @Test
    void an_endpoint_that_fails_for_five_days_is_switched_off_once() {
        for (var halfDays = 0; halfDays < 10; halfDays++) {
            webhooks.send(endpoint);
            attempt(FAILED);
            assertThat(webhooks.state(endpoint))
                    .as("after %d half days", halfDays)
                    .isEqualTo(State.ON);
            clock.advance(Duration.ofHours(12));
        }
        webhooks.send(endpoint);
        attempt(FAILED);

        assertThat(webhooks.state(endpoint)).isEqualTo(State.OFF_FAILING);
        assertThat(queue.claim(endpoint.id(), 10)).isEmpty();
        assertThat(switchedOff()).singleElement().satisfies(entry -> {
            assertThat(entry.details()).contains("OFF_FAILING");
            assertThat(entry.actor()).isEqualTo(Actor.SYSTEM);
        });
    }

    @Test
    void one_success_begins_the_five_days_anew() {
        for (var halfDays = 0; halfDays < 20; halfDays++) {
            webhooks.send(endpoint);
            if (halfDays == 8) {
                succeed();
            } else {
                attempt(FAILED);
            }
            if (halfDays < 19) {
                assertThat(webhooks.state(endpoint))
                        .as("after %d half days", halfDays)
                        .isEqualTo(State.ON);
            }
            clock.advance(Duration.ofHours(12));
        }

        assertThat(webhooks.state(endpoint)).isEqualTo(State.OFF_FAILING);
    }

    @Test
    void an_endpoint_that_is_switched_on_again_has_five_days_again() {
        for (var halfDays = 0; halfDays <= 10; halfDays++) {
            webhooks.send(endpoint);
            attempt(FAILED);
            clock.advance(Duration.ofHours(12));
        }
        assertThat(webhooks.state(endpoint)).isEqualTo(State.OFF_FAILING);

        endpoints.switchOn(scope, endpoint.id(), Actor.SYSTEM);
        attempt(FAILED);

        assertThat(webhooks.state(endpoint)).isEqualTo(State.ON);
    }

    /** Tries whenever it is due, and never before; answers when each attempt began. */
    private List<Instant> triedUntilTheEnd(UUID delivery) {
        var attempts = new ArrayList<Instant>();
        var due = due(delivery);
        while (due != null) {
            var wait = Duration.between(clock.instant(), due);
            if (!wait.isZero()) {
                clock.advance(wait.minusNanos(1_000));
                assertThat(queue.claim(endpoint.id(), 10)).isEmpty();
                clock.advance(Duration.ofNanos(1_000));
            }
            attempts.add(clock.instant());
            attempt(FAILED);
            due = due(delivery);
        }
        return attempts;
    }

    private @Nullable Instant due(UUID delivery) {
        return webhooks.delivery(endpoint, delivery).dueAt();
    }

    @Test
    void a_delivery_with_which_every_node_dies_is_parked_and_sending_it_again_by_hand_resumes_it() {
        var delivery = webhooks.send(endpoint);
        parking.nodesDie(WorkQueue.Name.WEBHOOK, ParkingByHand.TRIES, delivery);

        clock.advance(Duration.ofDays(1));
        assertThat(queue.claim(endpoint.id(), 10)).isEmpty();
        assertThat(parking.parked(WorkQueue.Name.WEBHOOK))
                .filteredOn(one -> one.id().equals(delivery))
                .hasSize(1);
        assertThat(entries("webhook.parked")).hasSize(1);

        webhooks.sendAgain(endpoint, delivery);

        assertThat(parking.parked(WorkQueue.Name.WEBHOOK))
                .noneMatch(one -> one.id().equals(delivery));
        assertThat(queue.claim(endpoint.id(), 10)).hasSize(1);
    }

    @Test
    void a_delivery_with_recorded_attempts_that_is_resumed_has_its_next_one_recorded() {
        var delivery = webhooks.send(endpoint);
        attempt(FAILED);
        clock.advance(Duration.ofMinutes(2));
        parking.nodesDie(WorkQueue.Name.WEBHOOK, ParkingByHand.TRIES, delivery);

        parking.resume(WorkQueue.Name.WEBHOOK);
        attempt(FAILED);

        assertThat(webhooks.attempts(endpoint, delivery)).hasSize(2);
    }

    private void succeed() {
        webhooks.send(endpoint);
        attempt(new DeliveryOutcome(200, null, "", "", Duration.ZERO, null));
    }

    private void attempt(DeliveryOutcome outcome) {
        for (var parcel : queue.read(queue.claim(endpoint.id(), 100))) {
            outcomes.run(List.of(new Attempt(parcel, clock.instant(), "", outcome)));
        }
    }

    private List<Journal.Entry> switchedOff() {
        return entries("webhook_endpoint.switched_off");
    }

    private List<Journal.Entry> entries(String type) {
        return history.find(scope, EntryHistory.Wanted.all(Set.of("webhook_endpoint")), null, 50).stream()
                .filter(entry -> entry.type().equals(type))
                .toList();
    }
}
