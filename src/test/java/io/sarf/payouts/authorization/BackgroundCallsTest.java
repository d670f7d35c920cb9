package io.sarf.payouts.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.testing.Gate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class BackgroundCallsTest {
    private final BackgroundCalls afterwards = new BackgroundCalls();

    @Test
    void whoever_asks_goes_on_while_the_work_is_done() {
        var at = new Gate();
        var done = new Gate();
        List<String> seen = new CopyOnWriteArrayList<>();

        afterwards.run(() -> {
            at.pass();
            seen.add("done");
            done.pass();
        });
        at.awaitArrival();
        assertThat(seen).isEmpty();
        at.open();
        done.awaitArrival();
        done.open();

        assertThat(seen).containsExactly("done");
    }

    @Test
    void work_that_fails_keeps_nobody_from_the_next() {
        var next = new Gate();

        afterwards.run(() -> {
            throw new IllegalStateException("of this test");
        });
        afterwards.run(next::pass);

        next.awaitArrival();
        next.open();
    }
}
