package io.sarf.payouts.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.EventHistory.Wanted;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients list by time and type, also where an event was recorded late. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class ListedEventsIT {
    private static final int EVENTS = 40;
    private static final int LATE = 17;
    private static final Duration APART = Duration.ofMinutes(10);
    private static final List<String> TYPES = List.of("thing.made", "thing.changed");

    @Inject
    Journal journal;

    @Inject
    EventHistory history;

    @Inject
    Sealer sealer;

    @Inject
    Applications applications;

    @Inject
    MovableClock clock;

    /** In the order of sequences, which begin with 1. */
    private record Recorded(String type, Instant at) {}

    private final List<Recorded> recorded = new ArrayList<>();
    private Scope scope;
    private Instant begun;

    @BeforeEach
    void events_ten_minutes_apart_and_one_that_is_late() {
        scope = new Scope(applications.add("Acme Trading", clock.instant()).id(), Environment.SANDBOX);
        begun = clock.instant();
        for (var number = 0; number < EVENTS; number++) {
            clock.advance(APART);
            var late = number == LATE ? APART.multipliedBy(3) : Duration.ZERO;
            clock.advance(late.negated());
            record(TYPES.get(number / 3 % TYPES.size()));
            clock.advance(late);
            sealer.sealAll();
        }
    }

    @Test
    void exactly_the_events_of_a_time_and_a_type_are_listed_newest_first_and_counted() {
        times().forEach(from -> times().forEach(to -> Stream.of(null, TYPES.get(1), "thing.unknown")
                .forEach(type -> {
                    var wanted = new Wanted(from, to, type, null);
                    var expected = expected(wanted);

                    assertThat(sequences(wanted)).as("%s", wanted).isEqualTo(expected);
                    assertThat(history.count(scope, wanted, 10_000))
                            .as("%s", wanted)
                            .isEqualTo(expected.size());
                })));
    }

    @Test
    void behind_a_sequence_everything_follows_however_late_it_was_recorded() {
        assertThat(sequences(new Wanted(Instant.EPOCH, null, null, 30L)))
                .containsExactly(31L, 32L, 33L, 34L, 35L, 36L, 37L, 38L, 39L, 40L);
        assertThat(sequences(new Wanted(Instant.EPOCH, null, null, Long.MAX_VALUE)))
                .isEmpty();
        assertThat(history.count(scope, new Wanted(Instant.EPOCH, null, null, 0L), 25))
                .isEqualTo(25);
    }

    /** Around the late event, at both ends, and the very time of an event. */
    private Stream<Instant> times() {
        return Stream.of(0, 13, 14, 15, 17, 18, 19, 40, 90).map(number -> begun.plus(APART.multipliedBy(number)));
    }

    private List<Long> sequences(Wanted wanted) {
        return history.find(scope, wanted, 0, 100).stream()
                .map(EventHistory.Event::sequence)
                .toList();
    }

    private List<Long> expected(Wanted wanted) {
        var newestFirst = new ArrayList<Long>();
        for (var i = 0; i < recorded.size(); i++) {
            var one = recorded.get(i);
            if (!one.at().isBefore(wanted.from()) && !isAfter(one.at(), wanted.to()) && isOf(one, wanted.type())) {
                newestFirst.add(0, i + 1L);
            }
        }
        return newestFirst;
    }

    private static boolean isAfter(Instant at, @Nullable Instant to) {
        return to != null && at.isAfter(to);
    }

    private static boolean isOf(Recorded one, @Nullable String type) {
        return type == null || type.equals(one.type());
    }

    private void record(String type) {
        var id = UUID.randomUUID();
        var change = Change.of(Chain.of(scope), "thing.changed", new Change.Subject("thing", id, 1), Actor.SYSTEM)
                .announcing(new Announcement(type, "A thing.", Map.of("id", id)));
        QuarkusTransaction.requiringNew().run(() -> journal.record(change));
        recorded.add(new Recorded(type, clock.instant()));
    }
}
