package io.sarf.payouts.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class EndpointConcurrencyTest {
    private static final UUID SLOW = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    @Test
    void an_endpoint_that_uses_its_places_up_leaves_those_of_the_others() {
        var concurrency = new EndpointConcurrency(4, 100);

        assertThat(concurrency.take(SLOW)).isEqualTo(4);
        assertThat(concurrency.take(SLOW)).isZero();
        assertThat(concurrency.take(OTHER)).isEqualTo(4);
    }

    @Test
    void places_come_back() {
        var concurrency = new EndpointConcurrency(4, 100);
        concurrency.take(SLOW);

        concurrency.give(SLOW, 1);
        assertThat(concurrency.take(SLOW)).isEqualTo(1);
        concurrency.give(SLOW, 4);
        assertThat(concurrency.take(SLOW)).isEqualTo(4);
    }

    @Test
    void when_places_get_scarce_each_endpoint_gets_one() {
        var concurrency = new EndpointConcurrency(4, 16);
        concurrency.take(new UUID(1, 1));
        concurrency.take(new UUID(1, 2));

        assertThat(concurrency.take(OTHER)).isEqualTo(1);
        assertThat(concurrency.take(OTHER)).isZero();
    }

    @Test
    void there_are_never_more_attempts_than_places() {
        var concurrency = new EndpointConcurrency(4, 16);
        var taken = 0;
        for (var i = 0; i < 100; i++) {
            taken += concurrency.take(new UUID(2, i));
        }
        assertThat(taken).isEqualTo(16);
    }
}
