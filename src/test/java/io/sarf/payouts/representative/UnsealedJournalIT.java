package io.sarf.payouts.representative;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.HeldChain;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.journal.Sealer;
import io.sarf.payouts.team.KnownPeople;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Companies cannot see that their entries wait to be sealed, so the representative sees it. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class UnsealedJournalIT {
    private static final String PAGE = "/representative/parked-work";
    private static final Duration LONG = Duration.ofMinutes(3);

    @Inject
    Applications applications;

    @Inject
    KnownPeople people;

    @Inject
    Journal journal;

    @Inject
    Sealer sealer;

    @Inject
    MovableClock clock;

    private final String name = "Unsealed " + UUID.randomUUID();
    private ApplicationId application;
    private Caller representative;

    @BeforeEach
    void everything_is_sealed() {
        sealer.sealAll();
        application = applications.add(name, clock.instant()).id();
        representative = new Caller(people.representative("Rana"), "/representative");
        sealer.sealAll();
    }

    @Test
    void a_chain_that_is_not_sealed_for_minutes_is_shown_until_it_is() throws SQLException {
        var chain = Chain.of(new Scope(application, Environment.SANDBOX));
        try (var ignored = HeldChain.hold(chain)) {
            write(chain);
            assertThat(representative.get(PAGE)).as("at first").doesNotContain(name);

            clock.advance(LONG);
            assertThat(representative.get(PAGE)).contains("Journal sealing is stalled", name + "</bdi>, Sandbox");
        }
        sealer.sealAll();
        assertThat(representative.get(PAGE)).as("sealed").doesNotContain(name);
    }

    @Test
    void a_chain_of_a_team_is_shown_as_one() throws SQLException {
        try (var ignored = HeldChain.hold(Chain.team(application))) {
            write(Chain.team(application));
            clock.advance(LONG);

            assertThat(representative.get(PAGE)).contains(name + "</bdi>, Team");
        }
    }

    private void write(Chain chain) {
        var subject = new Change.Subject("thing", UUID.randomUUID(), 1);
        QuarkusTransaction.requiringNew()
                .run(() -> journal.record(Change.of(chain, "thing.changed", subject, Actor.SYSTEM)));
    }
}
