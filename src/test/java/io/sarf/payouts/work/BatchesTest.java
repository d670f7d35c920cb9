package io.sarf.payouts.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sarf.payouts.work.Batches.Outcome;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private record Pay(String owner, int rows, @Nullable String key) implements Batches.Call {}

    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** A database that keeps the calls of a transaction when it commits. */
    private final class Table implements Batches.Work<Pay, String>, Consumer<Runnable> {
        final List<List<Pay>> runs = new ArrayList<>();
        final List<Pay> rows = new ArrayList<>();
        private final List<Pay> open = new ArrayList<>();

        /** What happens in a transaction with these calls, before it commits. */
        Consumer<List<Pay>> inside = calls -> {};

        /** What happens when a call is looked up. */
        Runnable away = () -> {};

        int looks;

        Runnable beforeCommit = () -> {};
        Runnable afterCommit = () -> {};

        @Override
        public void accept(Runnable work) {
            open.clear();
            work.run();
            beforeCommit.run();
            rows.addAll(open);
            afterCommit.run();
        }

        @Override
        public List<Outcome<String>> run(List<Pay> calls) {
            runs.add(List.copyOf(calls));
            inside.accept(calls);
            open.addAll(calls);
            return calls.stream()
                    .map(call -> Outcome.of("paid " + call.owner()))
                    .toList();
        }

        @Override
        public boolean committed(Pay call) {
            looks++;
            away.run();
            return rows.contains(call);
        }

        @Override
        public RuntimeException full() {
            return new Broken("full", new IllegalStateException());
        }

        @Override
        public RuntimeException busy(Pay call) {
            return new Broken("busy", new IllegalStateException());
        }

        @Override
        public RuntimeException unknown(Pay call) {
            return new Broken("unknown", new IllegalStateException());
        }
    }

    private final Deque<Runnable> tasks = new ConcurrentLinkedDeque<>();
    private final Table table = new Table();
    private final Batches<Pay, String> batches = new Batches<>(table, table, tasks::add, 1);

    @Test
    void an_idle_node_starts_at_once_with_a_batch_of_one() {
        var answer = submit("a");

        assertThat(tasks).hasSize(1);
        work();
        assertThat(answer).isCompletedWithValue("paid a");
        assertThat(table.runs).containsExactly(List.of(new Pay("a", 1, null)));
    }

    @Test
    void calls_that_arrive_during_a_transaction_share_the_next_one() {
        table.inside = calls -> {
            table.inside = more -> {};
            List.of("b", "c", "d").forEach(this::submit);
        };
        submit("a");

        work();

        assertThat(table.runs).extracting(List::size).containsExactly(1, 3);
        assertThat(table.rows).hasSize(4);
    }

    @Test
    void nothing_is_answered_before_its_commit() {
        var answer = submit("a");
        List<Boolean> done = new ArrayList<>();
        table.beforeCommit = () -> done.add(answer.isDone());

        work();

        assertThat(done).containsExactly(false);
        assertThat(answer).isCompleted();
    }

    @Test
    void a_call_that_fails_is_refused_alone_and_all_others_are_written() {
        var answers = IntStream.range(0, 9).mapToObj(i -> submit("owner " + i)).toList();
        table.inside = calls -> {
            if (calls.stream().anyMatch(call -> call.owner().equals("owner 5"))) {
                throw new IllegalStateException("a column too long");
            }
        };

        work();

        assertThat(table.rows).hasSize(8);
        for (var i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).isCompletedExceptionally())
                    .as("call " + i)
                    .isEqualTo(i == 5);
        }
    }

    @Test
    void a_deadlock_runs_again_and_gives_up_after_a_bounded_number_of_tries() {
        var answer = submit("a");
        table.inside = calls -> {
            throw failed(1213, "40001");
        };

        work();

        assertThat(table.runs).hasSize(Collisions.TRIES);
        assertThat(answer).isCompletedExceptionally();
        assertThat(table.rows).isEmpty();
    }

    @Test
    void a_commit_that_a_cluster_refuses_runs_again() {
        table.beforeCommit = () -> {
            table.beforeCommit = () -> {};
            throw failed(1213, "40001");
        };
        var answers = List.of(submit("a"), submit("b"));

        work();

        assertThat(table.rows).hasSize(2);
        assertThat(answers).allSatisfy(answer -> assertThat(answer).isCompleted());
    }

    @Test
    void a_commit_without_an_answer_that_happened_is_answered_and_not_run_again() {
        table.afterCommit = () -> {
            throw failed(0, "08000");
        };
        var answers = List.of(submit("a"), submit("b"));

        work();

        assertThat(table.runs).hasSize(1);
        assertThat(table.rows).hasSize(2);
        assertThat(answers.get(0)).isCompletedWithValue("paid a");
        assertThat(answers.get(1)).isCompletedWithValue("paid b");
    }

    @Test
    void a_commit_without_an_answer_that_did_not_happen_runs_again() {
        table.beforeCommit = () -> {
            table.beforeCommit = () -> {};
            throw failed(0, "08000");
        };
        var answers = List.of(submit("a"), submit("b"));

        work();

        assertThat(table.rows).hasSize(2).doesNotHaveDuplicates();
        assertThat(answers).allSatisfy(answer -> assertThat(answer).isCompleted());
    }

    @Test
    void a_call_that_cannot_be_looked_up_is_looked_up_again_and_not_run_meanwhile() {
        table.afterCommit = () -> {
            throw failed(0, "08000");
        };
        table.away = () -> {
            if (table.looks < 3) {
                throw failed(0, "08000");
            }
        };
        var answer = submit("a");

        work();

        assertThat(table.runs).hasSize(1);
        assertThat(answer).isCompletedWithValue("paid a");
    }

    @Test
    void a_call_that_can_never_be_looked_up_is_answered_as_unknown_and_not_run_again() {
        table.afterCommit = () -> {
            throw failed(0, "08000");
        };
        table.away = () -> {
            throw failed(0, "08000");
        };
        var answer = submit("a");

        work();

        assertThat(table.looks).isEqualTo(Batches.TRIES_UNKNOWN);
        assertThat(table.runs).hasSize(1);
        assertThatThrownBy(answer::join).hasMessageContaining("unknown");
    }

    @Test
    void commits_that_never_succeed_are_given_up_after_a_bounded_number_of_tries() {
        table.beforeCommit = () -> {
            throw failed(3, "HY000");
        };
        var answer = submit("a");

        work();

        assertThat(table.runs).hasSize(Collisions.TRIES);
        assertThat(answer).isCompletedExceptionally();
    }

    @Test
    void a_pool_without_a_free_connection_fails_all_at_once() {
        var busy = new Batches<>(
                table,
                work -> {
                    table.looks++;
                    throw new Broken("Acquisition timeout", new SQLException());
                },
                tasks::add,
                1);
        var answers = IntStream.range(0, 20)
                .mapToObj(i -> busy.submit(new Pay("owner " + i, 1, null)).toCompletableFuture())
                .toList();

        work();

        assertThat(table.looks).isLessThanOrEqualTo(1 + answers.size());
        assertThat(table.runs).isEmpty();
        assertThat(answers).allSatisfy(answer -> assertThat(answer).isCompletedExceptionally());
    }

    @Test
    void an_executor_that_takes_nothing_more_refuses_the_call() {
        var stopping = new Batches<>(
                table,
                table,
                task -> {
                    throw new RejectedExecutionException();
                },
                1);

        assertThat(stopping.submit(new Pay("a", 1, null)).toCompletableFuture()).isCompletedExceptionally();
        assertThat(stopping.submit(new Pay("b", 1, null)).toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void a_database_that_goes_away_is_asked_once_for_all() {
        table.inside = calls -> {
            throw failed(0, "08000");
        };
        var answers = IntStream.range(0, 20).mapToObj(i -> submit("owner " + i)).toList();

        work();

        assertThat(table.runs).hasSize(1);
        assertThat(answers).allSatisfy(answer -> assertThat(answer).isCompletedExceptionally());
    }

    @Test
    void equal_keys_never_share_a_batch() {
        for (var i = 0; i < 3; i++) {
            batches.submit(new Pay("a", 1, "same"));
        }
        submit("b");

        work();

        assertThat(table.runs).hasSize(3);
        assertThat(table.runs.get(0)).hasSize(2);
        assertThat(table.runs)
                .allSatisfy(run -> assertThat(run.stream().filter(call -> call.key() != null))
                        .hasSize(1));
    }

    @Test
    void equal_keys_never_run_at_once_and_other_calls_do() {
        var two = new Batches<Pay, String>(table, table, tasks::add, 2);
        table.inside = calls -> {
            table.inside = more -> {};
            two.submit(new Pay("a", 1, "same"));
            two.submit(new Pay("b", 1, "other"));
            // The second lane, while the first one is in its transaction.
            tasks.remove().run();
            assertThat(table.runs.get(1)).containsExactly(new Pay("b", 1, "other"));
            assertThat(table.runs).hasSize(2);
        };
        two.submit(new Pay("a", 1, "same"));

        work();

        assertThat(table.runs).hasSize(3);
        assertThat(table.runs.get(2)).containsExactly(new Pay("a", 1, "same"));
    }

    @Test
    void one_owner_never_fills_a_batch_and_all_take_turns() {
        for (var i = 0; i < 1_000; i++) {
            submit("busy");
        }
        submit("quiet");

        work();

        assertThat(table.runs.get(0)).contains(new Pay("quiet", 1, null)).hasSize(FairQueue.ROWS_OF_ONE + 1);
        assertThat(table.rows).hasSize(1_001);
    }

    @Test
    void a_call_with_more_rows_than_a_batch_is_a_batch_of_its_own() {
        submit("a");
        batches.submit(new Pay("b", FairQueue.ROWS + 1, null));
        submit("c");

        work();

        assertThat(table.runs)
                .anySatisfy(run -> assertThat(run).containsExactly(new Pay("b", FairQueue.ROWS + 1, null)));
        assertThat(table.rows).hasSize(3);
    }

    @Test
    void a_full_queue_refuses_at_once() {
        for (var i = 0; i < FairQueue.WAITING; i++) {
            submit("owner " + i % 3);
        }

        refused(submit("b"));
    }

    @Test
    void an_owner_that_has_filled_its_half_of_the_queue_leaves_room_for_others() {
        for (var i = 0; i < FairQueue.WAITING_OF_ONE; i++) {
            submit("busy");
        }

        refused(submit("busy"));
        assertThat(submit("quiet")).isNotDone();

        work();
        assertThat(table.rows).hasSize(FairQueue.WAITING_OF_ONE + 1);
        submit("busy");
        work();
        assertThat(table.rows).hasSize(FairQueue.WAITING_OF_ONE + 2);
    }

    @Test
    void large_calls_run_one_at_a_time_and_small_ones_pass_them() {
        var two = new Batches<Pay, String>(table, table, tasks::add, 2);
        var large = FairQueue.ROWS + 1;
        table.inside = calls -> {
            table.inside = more -> {};
            two.submit(new Pay("b", large, null));
            two.submit(new Pay("c", 1, null));
            // The second lane, while the first one is in its transaction.
            tasks.remove().run();
            assertThat(table.runs.subList(1, table.runs.size())).containsExactly(List.of(new Pay("c", 1, null)));
        };
        two.submit(new Pay("a", large, null));

        work();

        assertThat(table.runs)
                .containsExactly(
                        List.of(new Pay("a", large, null)),
                        List.of(new Pay("c", 1, null)),
                        List.of(new Pay("b", large, null)));
    }

    @Test
    void an_owners_small_calls_pass_its_large_one() {
        var two = new Batches<Pay, String>(table, table, tasks::add, 2);
        var large = FairQueue.ROWS + 1;
        table.inside = calls -> {
            table.inside = more -> {};
            two.submit(new Pay("b", large, null));
            two.submit(new Pay("b", 1, null));
            tasks.remove().run();
            assertThat(table.runs.subList(1, table.runs.size())).containsExactly(List.of(new Pay("b", 1, null)));
        };
        two.submit(new Pay("a", large, null));

        work();

        assertThat(table.runs).hasSize(3);
    }

    @Test
    void one_owner_leaves_room_for_large_calls_of_others() {
        for (var i = 0; i < FairQueue.LARGE_WAITING_OF_ONE; i++) {
            batches.submit(new Pay("busy", FairQueue.ROWS + 1, null));
        }

        refused(batches.submit(new Pay("busy", FairQueue.ROWS + 1, null)).toCompletableFuture());
        assertThat(batches.submit(new Pay("quiet", FairQueue.ROWS + 1, null)).toCompletableFuture())
                .isNotDone();
    }

    @Test
    void few_large_calls_wait_and_keep_no_small_one_out() {
        for (var i = 0; i < FairQueue.LARGE_WAITING; i++) {
            batches.submit(new Pay("owner " + i, 20 * FairQueue.ROWS, null));
        }

        refused(batches.submit(new Pay("late", 20 * FairQueue.ROWS, null)).toCompletableFuture());
        assertThat(submit("small")).isNotDone();
    }

    private static void refused(CompletableFuture<String> answer) {
        assertThatThrownBy(answer::join).hasMessageContaining("full");
    }

    @Test
    void rows_that_another_transaction_holds_are_waited_for_while_others_go_on() {
        Set<String> held = new HashSet<>(Set.of("held"));
        table.inside = calls -> {
            if (calls.stream().anyMatch(call -> held.contains(call.owner()))) {
                throw failed(1205, "HY000");
            }
        };
        var waits = submit("held");
        var goes = submit("other");

        work();
        assertThat(goes).isCompleted();
        assertThat(waits).isNotDone();
        held.clear();
        untilAsked();
        work();

        assertThat(waits).isCompletedWithValue("paid held");
    }

    @Test
    void rows_that_are_held_for_too_long_are_given_up() {
        table.inside = calls -> {
            throw failed(1205, "HY000");
        };
        var waits = submit("held");

        while (!waits.isDone()) {
            work();
        }

        assertThatThrownBy(waits::join).hasMessageContaining("busy");
        assertThat(table.runs).hasSize(Batches.TRIES_LOCKED + 1);
    }

    /** A pause is waited for in real time; nothing depends on its length. */
    private void untilAsked() {
        while (tasks.isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private static Broken failed(int code, String state) {
        return new Broken("the database", new SQLException("", state, code));
    }

    private CompletableFuture<String> submit(String owner) {
        CompletionStage<String> answer = batches.submit(new Pay(owner, 1, null));
        return answer.toCompletableFuture();
    }

    private void work() {
        for (var task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }
}
