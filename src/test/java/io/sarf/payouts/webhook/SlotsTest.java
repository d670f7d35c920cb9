package io.sarf.payouts.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private static final UUID SLOW = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    @Test
    void an_endpoint_that_uses_its_places_up_leaves_those_of_the_others() {
        var slots = new Slots(4, 100);

        assertThat(slots.take(SLOW)).isEqualTo(4);
        assertThat(slots.take(SLOW)).isZero();
        assertThat(slots.take(OTHER)).isEqualTo(4);
    }

    @Test
    void places_come_back() {
        var slots = new Slots(4, 100);
        slots.take(SLOW);

        slots.give(SLOW, 1);
        assertThat(slots.take(SLOW)).isEqualTo(1);
        slots.give(SLOW, 4);
        assertThat(slots.take(SLOW)).isEqualTo(4);
    }

    @Test
    void when_places_get_scarce_each_endpoint_gets_one() {
        var slots = new Slots(4, 16);
        slots.take(new UUID(1, 1));
        slots.take(new UUID(1, 2));

        assertThat(slots.take(OTHER)).isEqualTo(1);
        assertThat(slots.take(OTHER)).isZero();
    }

    @Test
    void there_are_never_more_attempts_than_places() {
        var slots = new Slots(4, 16);
        var taken = 0;
        for (var i = 0; i < 100; i++) {
            taken += slots.take(new UUID(2, i));
        }
        assertThat(taken).isEqualTo(16);
    }
}
