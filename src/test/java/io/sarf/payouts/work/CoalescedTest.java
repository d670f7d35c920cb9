package io.sarf.payouts.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sarf.testing.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CoalescedTest {
    @Test
    void asked_for_while_it_runs_however_often_it_runs_once_more() {
        var runs = new AtomicInteger();
        var itself = new AtomicReference<Coalesced>();
        itself.set(new Coalesced(() -> {
            if (runs.incrementAndGet() == 1) {
                for (var i = 0; i < 10_000; i++) {
                    itself.get().run();
                }
            }
        }));

        itself.get().run();

        assertThat(runs).hasValue(2);
    }

    @Test
    void it_is_never_done_by_two_at_once_and_what_was_there_before_it_was_asked_for_is_seen() {
        for (var round = 0; round < 200; round++) {
            var done = new ArrayList<Integer>();
            var waiting = new AtomicInteger();
            var busy = new AtomicInteger();
            var work = new Coalesced(() -> {
                assertThat(busy.incrementAndGet()).isEqualTo(1);
                done.add(waiting.getAndSet(0));
                busy.decrementAndGet();
            });

            Together.run(8, () -> {
                waiting.incrementAndGet();
                work.run();
                return null;
            });

            assertThat(done.stream().mapToInt(some -> some).sum()).isEqualTo(8);
        }
    }

    @Test
    void after_a_failure_it_can_be_asked_for_again() {
        var outcomes = new ArrayList<Callable<String>>(List.of(
                () -> {
                    throw new IllegalStateException("The database is away");
                },
                () -> "done"));
        var done = new ArrayList<String>();
        var work = new Coalesced(() -> {
            try {
                done.add(outcomes.remove(0).call());
            } catch (IllegalStateException e) {
                throw e;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });

        assertThatThrownBy(work::run).hasMessage("The database is away");
        work.run();

        assertThat(done).containsExactly("done");
    }
}
