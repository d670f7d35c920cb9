package io.sarf.payouts.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.ChainProof.Link;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Gate;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entries written at once, sealed by more than one node at once. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class SealingIT {
    private static final int WRITERS = 4;
    private static final int EACH = 40;

    @Inject
    Journal journal;

    @Inject
    Chains chains;

    @Inject
    ChainProof proof;

    @Inject
    Applications applications;

    @Inject
    EntityManager entities;

    @Inject
    MovableClock clock;

    private Chain chain;

    @BeforeEach
    void a_chain() {
        var application = applications.add("Acme Trading", clock.instant()).id();
        chain = Chain.of(new Scope(application, Environment.SANDBOX));
    }

    @Test
    void entries_of_many_writers_are_sealed_once_each_without_a_gap_by_nodes_that_work_at_once() {
        var writing = new AtomicInteger(WRITERS);
        var work = new ArrayList<Callable<Object>>();
        for (var writer = 0; writer < WRITERS; writer++) {
            work.add(() -> {
                try {
                    var subject = UUID.randomUUID();
                    for (var version = 1; version <= EACH; version++) {
                        write(subject, version);
                    }
                } finally {
                    writing.decrementAndGet();
                }
                return "written";
            });
        }
        for (var node = 0; node < 3; node++) {
            work.add(() -> {
                while (writing.get() > 0) {
                    chains.seal(chain.name());
                }
                return "sealed";
            });
        }

        Together.run(work).forEach(Together.Outcome::get);
        sealRest();

        var links = proof.links(chain.name());
        assertThat(proof.fault(chain.name())).isEmpty();
        assertThat(links).hasSize(WRITERS * EACH);
        assertThat(links).extracting(link -> link.entry().id()).doesNotHaveDuplicates();
        assertThat(links.stream()
                        .collect(Collectors.groupingBy(
                                link -> link.entry().subject(),
                                Collectors.mapping(link -> link.entry().subjectVersion(), Collectors.toList()))))
                .hasSize(WRITERS)
                .allSatisfy((subject, versions) -> assertThat(versions).isSorted());
        assertThat(proof.events(chain.name()))
                .containsExactlyElementsOf(links.stream()
                        .map(Link::entry)
                        .filter(entry -> entry.eventType() != null)
                        .map(JournalEntry::id)
                        .toList());
    }

    @Test
    void an_entry_that_is_committed_late_is_sealed_after_those_that_were_faster_and_is_not_skipped() {
        var gate = new Gate();
        var slow = UUID.randomUUID();
        var quick = UUID.randomUUID();

        Together.run(List.<Callable<Object>>of(
                        () -> QuarkusTransaction.requiringNew().call(() -> {
                            journal.record(change(slow, 1));
                            entities.flush();
                            gate.pass();
                            return "late";
                        }),
                        () -> {
                            gate.awaitArrival();
                            clock.advance(Duration.ofSeconds(1));
                            write(quick, 1);
                            sealRest();
                            assertThat(subjects()).containsExactly(quick);
                            gate.open();
                            return "sealed";
                        }))
                .forEach(Together.Outcome::get);
        sealRest();

        assertThat(subjects()).containsExactly(quick, slow);
        assertThat(proof.fault(chain.name())).isEmpty();
        var links = proof.links(chain.name());
        assertThat(links.get(1).entry().id()).isLessThan(links.get(0).entry().id());
    }

    @Test
    void a_subject_keeps_its_order_also_where_a_batch_ends_and_clocks_disagree() {
        var subject = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            // Written by a node whose clock is an hour ahead, so that its id is the youngest of all.
            clock.advance(Duration.ofHours(1));
            journal.record(change(subject, 1));
            clock.advance(Duration.ofHours(-1));
            journal.record(change(subject, 2));
            clock.advance(Duration.ofSeconds(1));
            for (var other = 0; other < 600; other++) {
                journal.record(change(UUID.randomUUID(), 1));
            }
        });
        sealRest();

        assertThat(proof.links(chain.name()).stream()
                        .map(Link::entry)
                        .filter(entry -> entry.subject().equals(subject))
                        .map(JournalEntry::subjectVersion))
                .containsExactly(1L, 2L);
        assertThat(proof.links(chain.name())).hasSize(602);
        assertThat(proof.fault(chain.name())).isEmpty();
    }

    @Test
    void a_second_seal_on_an_entry_is_refused_by_the_database_itself() {
        write(UUID.randomUUID(), 1);
        sealRest();
        var entry = proof.links(chain.name()).get(0).entry().id();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> entities.persist(new JournalSeal(chain.name(), 2, entry, Digest.GENESIS))))
                .hasStackTraceContaining("journal_seal_entry");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> entities.createNativeQuery(
                                        "INSERT INTO journal_seal (chain, sequence, entry, digest)"
                                                + " SELECT chain, sequence, UUID(), digest FROM journal_seal"
                                                + " WHERE chain = :chain")
                                .setParameter("chain", chain.name())
                                .executeUpdate()))
                .isInstanceOf(PersistenceException.class);
        assertThat(proof.fault(chain.name())).isEmpty();
    }

    @Test
    void the_history_of_a_subject_is_told_in_the_order_it_happened() {
        var subject = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            for (var version = 1; version <= 20; version++) {
                journal.record(change(subject, version));
            }
        });

        var told = journal.of(new Scope(chain.application(), Environment.SANDBOX), subject);

        assertThat(told).extracting(Journal.Entry::details).isEqualTo(details(20));
    }

    private static List<String> details(int versions) {
        var details = new ArrayList<String>();
        for (var version = 1; version <= versions; version++) {
            details.add("{\"step\":" + version + "}");
        }
        return details;
    }

    private void write(UUID subject, long version) {
        QuarkusTransaction.requiringNew().run(() -> journal.record(change(subject, version)));
    }

    /** Every second step is one the client is told of. */
    private Change change(UUID subject, long version) {
        var change = Change.of(chain, "thing.changed", new Change.Subject("thing", subject, version), Actor.SYSTEM)
                .with("step", version);
        return version % 2 == 0
                ? change.announcing(new Announcement("thing.updated", "A thing.", Map.of("id", subject)))
                : change;
    }

    private void sealRest() {
        var more = true;
        while (more) {
            more = chains.seal(chain.name()).more();
        }
    }

    private List<UUID> subjects() {
        return proof.links(chain.name()).stream()
                .map(link -> link.entry().subject())
                .toList();
    }
}
