package io.sarf.payouts.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.EntryHistory.Wanted;
import io.sarf.payouts.journal.EntryHistory.Whose;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every filter finds the same entries, whether they wait to be sealed, are sealed, or were sealed by an older version. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class SearchedEntriesIT {
    private static final int ENTRIES = 90;
    private static final int PAGE = 7;
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final List<String> TYPES = List.of("thing.made", "thing.changed", "thing.lost");
    private static final List<String> KINDS = List.of("thing", "box");
    private static final List<Actor> ACTORS = List.of(
            Actor.person(ONE, "One"), Actor.person(OTHER, "Other"), Actor.SYSTEM, Actor.client(UUID.randomUUID()));
    private static final List<UUID> SUBJECTS = List.of(UUID.randomUUID(), UUID.randomUUID(), ONE);

    @Inject
    Journal journal;

    @Inject
    EntryHistory history;

    @Inject
    Chains chains;

    @Inject
    Sealer sealer;

    @Inject
    Applications applications;

    @Inject
    MovableClock clock;

    private record Written(UUID id, Chain chain, Change change, Instant at) {}

    private final List<Written> written = new ArrayList<>();
    private ApplicationId application;
    private Instant begun;

    @BeforeEach
    void entries_of_every_kind() {
        application = applications.add("Acme Trading", clock.instant()).id();
        var stranger = applications.add("Others", clock.instant()).id();
        begun = clock.instant();
        QuarkusTransaction.requiringNew().run(() -> {
            for (var number = 0; number < ENTRIES; number++) {
                clock.advance(Duration.ofSeconds(20));
                write(number, application);
                journal.record(change(number, stranger));
            }
        });
    }

    @Test
    void the_same_entries_are_found_before_they_are_sealed_afterwards_and_in_between() {
        everyFilterFindsWhatItShould("waiting");
        chains.seal(Chain.team(application).name());
        everyFilterFindsWhatItShould("those of the team sealed");
        sealer.sealAll();
        everyFilterFindsWhatItShould("sealed");
    }

    @Test
    void entries_that_an_older_version_has_sealed_are_found_and_made_searchable_later() throws SQLException {
        sealer.sealAll();
        asIfSealedByAnOlderVersion();
        everyFilterFindsWhatItShould("sealed by an older version");

        sealer.makeSearchable();

        assertThat(chains.behind()).isEmpty();
        everyFilterFindsWhatItShould("made searchable");
    }

    private void asIfSealedByAnOlderVersion() throws SQLException {
        var stack = StackResource.stack();
        try (var owner = DriverManager.getConnection(
                        stack.get("quarkus.datasource.jdbc.url"),
                        stack.get("quarkus.flyway.username"),
                        stack.get("quarkus.flyway.password"));
                var rows = owner.createStatement()) {
            rows.executeUpdate("DELETE FROM journal_search WHERE application = '" + application + "'");
            rows.executeUpdate("UPDATE journal_chain SET searched = 0 WHERE chain LIKE '" + application + "/%'");
        }
        assertThat(chains.behind()).contains(Chain.team(application).name());
    }

    private void everyFilterFindsWhatItShould(String when) {
        for (var environment : Environment.values()) {
            var scope = new Scope(application, environment);
            filters().forEach(wanted -> {
                var expected = expected(scope, wanted);
                assertThat(page(scope, wanted)).as("%s: %s", when, wanted).isEqualTo(expected);
                assertThat(history.oldest(scope, wanted).map(Journal.Entry::id))
                        .as("%s, oldest: %s", when, wanted)
                        .isEqualTo(expected.stream().reduce((newer, older) -> older));
            });
        }
    }

    /** All of them, a page at a time. */
    private List<UUID> page(Scope scope, Wanted wanted) {
        var all = new ArrayList<UUID>();
        UUID before = null;
        while (true) {
            var found = history.find(scope, wanted, before, PAGE);
            found.forEach(entry -> all.add(entry.id()));
            if (found.size() < PAGE) {
                return all;
            }
            before = found.get(PAGE - 1).id();
        }
    }

    private Stream<Wanted> filters() {
        var from = begun.plus(Duration.ofMinutes(7));
        var until = begun.plus(Duration.ofMinutes(19));
        return Stream.of(Set.<String>of(), Set.of("thing"), Set.of("thing", "box"))
                .flatMap(readable -> or(TYPES.get(1))
                        .flatMap(type -> or(KINDS.get(1))
                                .flatMap(kind -> or(SUBJECTS.get(0))
                                        .flatMap(subject -> whose().flatMap(who -> Stream.of(
                                                new Wanted(readable, type, kind, subject, who, null, null),
                                                new Wanted(readable, type, kind, subject, who, from, until)))))));
    }

    private static <T> Stream<@Nullable T> or(T value) {
        return Stream.of(null, value);
    }

    private static Stream<@Nullable Whose> whose() {
        return Stream.of(
                null,
                Whose.of(Actor.Kind.SYSTEM),
                Whose.of(Actor.Kind.PERSON),
                Whose.of(OTHER, Set.of()),
                Whose.of(ONE, Set.of(ONE, UUID.randomUUID())));
    }

    private List<UUID> expected(Scope scope, Wanted wanted) {
        var newestFirst = new ArrayList<UUID>();
        written.stream()
                .filter(one -> one.chain().environment() == null || one.chain().environment() == scope.environment())
                .filter(one -> matches(one, wanted))
                .forEach(one -> newestFirst.add(0, one.id()));
        return newestFirst;
    }

    private static boolean matches(Written one, Wanted wanted) {
        var of = one.change().subject();
        return (wanted.readable().isEmpty() || wanted.readable().contains(of.kind()))
                && (wanted.type() == null || wanted.type().equals(one.change().type()))
                && (wanted.kind() == null || wanted.kind().equals(of.kind()))
                && (wanted.subject() == null || wanted.subject().equals(of.id()))
                && (wanted.from() == null || !one.at().isBefore(wanted.from()))
                && (wanted.until() == null || one.at().isBefore(wanted.until()))
                && isWhose(one.change(), wanted.whose());
    }

    private static boolean isWhose(Change change, @Nullable Whose whose) {
        return whose == null
                || (whose.kind() != null
                        ? change.actor().kind() == whose.kind()
                        : change.actor().id().equals(whose.actor())
                                || whose.cards().contains(change.subject().id()));
    }

    private void write(int number, ApplicationId of) {
        var change = change(number, of);
        written.add(new Written(journal.record(change), change.chain(), change, clock.instant()));
    }

    /** Each number has another mixture. */
    private static Change change(int number, ApplicationId of) {
        var environments = Environment.values();
        var chain = number % 3 == 2 ? Chain.team(of) : Chain.of(new Scope(of, environments[number % 3]));
        var subject = new Change.Subject(
                KINDS.get(number / 2 % KINDS.size()), SUBJECTS.get(number / 4 % SUBJECTS.size()), number);
        return Change.of(chain, TYPES.get(number / 5 % TYPES.size()), subject, ACTORS.get(number / 7 % ACTORS.size()));
    }
}
