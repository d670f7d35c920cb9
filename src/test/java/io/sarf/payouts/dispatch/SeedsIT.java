package io.sarf.payouts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.platform.SeededIds;
import io.sarf.testing.AtRandom;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Never pay twice: many runs, each with the faults that its number says, over the real database and the real bank program.
 * {@code -Pseeds} makes 1,000 runs, {@code -Dsarf.seeds=N} that many, {@code -Dsarf.seed=K} the one with this number and tells its story.
 */
@QuarkusTest
@TestProfile(AtRandom.class)
@QuarkusTestResource(StackResource.class)
class SeedsIT {
    private static final int SEEDS = Integer.getInteger("sarf.seeds", 200);

    /** A company's chain is followed for so many runs, then there is another company. */
    private static final int EACH_COMPANY = 50;

    /** A planted fault must have been seen among the runs up to this one. */
    private static final int TO_BE_SEEN = 4_000;

    /** So many seeds that found a planted fault are told. */
    private static final int TELLING = 3;

    @Inject
    SeedWorld world;

    @Inject
    PrepareSteps prepare;

    @Inject
    RecordAnswers record;

    @Inject
    SingleSteps steps;

    @Inject
    Connections connections;

    @Inject
    Banks banks;

    @Inject
    SeededIds ids;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /** One run that went wrong. */
    private record Wrong(long seed, List<String> faults, List<String> story) {
        @Override
        public String toString() {
            return "Seed " + seed + ":\n  " + String.join("\n  ", faults) + "\nbecause\n  "
                    + String.join("\n  ", story);
        }
    }

    private int runs;

    @BeforeEach
    void open() {
        world.open();
    }

    @AfterEach
    void close() {
        Actor.bury();
        world.close();
    }

    @Test
    void whatever_dies_is_cut_late_or_comes_twice_each_payout_ends_as_the_bank_says_and_is_paid_once() {
        var report = new SeedReport();
        var one = Long.getLong("sarf.seed");
        var seeds = one == null ? LongStream.rangeClosed(1, SEEDS) : LongStream.of(one);
        var wrong = new ArrayList<Wrong>();
        seeds.forEach(
                seed -> run(seed, () -> steps::together, report, one != null).ifPresent(wrong::add));
        report.write(wrong.stream().map(Wrong::seed).toList());
        assertThat(wrong).isEmpty();
        assertThat(world.inside().faults()).isEmpty();
        assertThat(one != null || report.points() >= 12).isTrue();
    }

    @Test
    void a_dispatcher_that_sends_again_on_a_time_out_is_found() {
        found(
                "a dispatcher that sends again on a time-out",
                () -> new SendsAgain(prepare, record, connections, banks),
                aim -> aim.point().startsWith("queue"));
    }

    @Test
    void a_recorder_that_forgets_the_lease_is_found() {
        found(
                "a recorder that forgets the lease",
                () -> new ForgetsTheLease(prepare, record, connections, banks, entities, clock),
                Chance.Aim::misleads);
    }

    @Test
    void a_batch_that_is_run_again_after_a_commit_without_an_answer_is_found() {
        found(
                "a batch that is run again after a commit without an answer",
                () -> new RunsAgain(prepare, record, connections, banks),
                aim -> aim.point().startsWith("queue.record"));
    }

    /**
     * A suite that finds nothing proves nothing: each planted fault must be seen, and the first seeds that do are told. Only
     * those of the runs are repeated that aim at the place where the fault is.
     */
    private void found(String planted, Supplier<Seed.Node> nodes, Predicate<Chance.Aim> there) {
        var report = new SeedReport();
        var wrong = LongStream.rangeClosed(1, TO_BE_SEEN)
                .filter(seed -> there.test(Chance.aim(seed)))
                .mapToObj(seed -> run(seed, nodes, report, false))
                .flatMap(Optional::stream)
                .limit(TELLING)
                .toList();
        assertThat(wrong).isNotEmpty();
        report.planted(planted, wrong.stream().map(Wrong::seed).toList());
    }

    private Optional<Wrong> run(long seed, Supplier<Seed.Node> nodes, SeedReport report, boolean told) {
        if (runs++ % EACH_COMPANY == 0) {
            ids.seed(-seed);
            world.newCompany();
        }
        ids.seed(seed);
        world.bankKnowsCopies(seed % 2 == 0);
        var run = new Seed(world, nodes.get(), seed);
        var faults = run.run();
        report.add(run.chance().points());
        if (told) {
            run.chance().story().forEach(System.out::println);
        }
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wrong(seed, faults, run.chance().story()));
    }
}
