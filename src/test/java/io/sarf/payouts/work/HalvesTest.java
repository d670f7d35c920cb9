package io.sarf.payouts.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HalvesTest {
    private final List<List<Integer>> runs = new ArrayList<>();
    private final Map<Integer, String> failed = new TreeMap<>();

    private List<String> done(Integer... all) {
        return Halves.of(List.of(all), this::work, (one, e) -> failed.put(one, String.valueOf(e.getMessage())));
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
    void whoever_takes_what_failed_may_end_it() {
        assertThatThrownBy(() -> Halves.of(List.of(-1), this::work, (one, e) -> {
                    throw e;
                }))
                .hasMessage("No -1");
    }
}
