package io.sarf.payouts.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HalvesTest {
    private final List<List<Integer>> runs = new ArrayList<>();
    private final Map<Integer, String> failed = new TreeMap<>();

    private List<String> done(Integer... all) {
        var done = new ArrayList<String>();
        Halves.run(List.of(all), this::work, done::addAll, (one, e) -> failed.put(one, String.valueOf(e.getMessage())));
        return done;
    }

    /** A negative number fails its run. */
    private List<String> work(List<Integer> some) {
        runs.add(List.copyOf(some));
        some.stream().filter(one -> one < 0).findFirst().ifPresent(one -> {
            throw new IllegalStateException("No " + one);
        });
        return some.stream().map(String::valueOf).toList();
    }

    @Test
    void what_does_not_fail_is_done_at_once() {
        assertThat(done(1, 2, 3, 4)).containsExactly("1", "2", "3", "4");
        assertThat(runs).hasSize(1);
    }

    @Test
    void nothing_is_no_run() {
        assertThat(done()).isEmpty();
        assertThat(runs).isEmpty();
    }

    @Test
    void those_that_fail_are_found_and_all_others_are_done_in_order() {
        assertThat(done(1, -2, 3, 4, -5)).containsExactly("1", "3", "4");
        assertThat(failed).containsOnly(Map.entry(-2, "No -2"), Map.entry(-5, "No -5"));
    }

    @Test
    void an_error_is_found_like_an_exception_and_ends_none_of_the_others() {
        var done = new ArrayList<Integer>();

        Halves.run(
                List.of(1, 2, 3),
                some -> {
                    if (some.contains(2)) {
                        throw new StackOverflowError("Too deep");
                    }
                    return some;
                },
                done::addAll,
                (one, e) -> failed.put(one, String.valueOf(e.getCause())));

        assertThat(done).containsExactly(1, 3);
        assertThat(failed).containsOnly(Map.entry(2, "java.lang.StackOverflowError: Too deep"));
    }

    @Test
    void whoever_takes_what_failed_may_end_it() {
        assertThatThrownBy(() -> Halves.run(List.of(-1), this::work, done -> {}, (one, e) -> {
                    throw e;
                }))
                .hasMessage("No -1");
    }

    @Test
    void each_part_is_taken_before_the_next_one_runs() {
        var seen = new ArrayList<String>();

        Halves.run(
                List.of(1, -2),
                some -> {
                    seen.add("run " + some);
                    return work(some);
                },
                done -> seen.add("took " + done),
                (one, e) -> {});

        assertThat(seen).containsExactly("run [1, -2]", "run [1]", "took [1]", "run [-2]");
    }

    @Test
    void without_a_database_nothing_is_tried_again() {
        var lost = new SQLException("No connection", "08S01");

        Halves.run(
                List.of(1, 2, 3),
                some -> {
                    runs.add(some);
                    throw new PersistenceException(lost);
                },
                done -> {},
                (one, e) -> failed.put(one, "lost"));

        assertThat(runs).hasSize(1);
        assertThat(failed).containsOnlyKeys(1, 2, 3);
    }

    @Test
    void what_a_taker_throws_is_not_run_again() {
        assertThatThrownBy(() -> Halves.run(
                        List.of(1, 2),
                        this::work,
                        done -> {
                            throw new IllegalStateException("taken");
                        },
                        (one, e) -> {}))
                .hasMessage("taken");
        assertThat(runs).hasSize(1);
    }
}
