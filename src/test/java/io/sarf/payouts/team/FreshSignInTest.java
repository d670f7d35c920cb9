package io.sarf.payouts.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FreshSignInTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");

    private final FreshSignIn fresh = new FreshSignIn(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofMinutes(15));

    @Test
    void a_sign_in_is_fresh_up_to_its_age_and_not_a_microsecond_longer() {
        assertThat(fresh.of(signedIn(NOW))).isTrue();
        assertThat(fresh.of(signedIn(NOW.minusSeconds(900)))).isTrue();
        assertThat(fresh.of(signedIn(NOW.minusSeconds(900).minusNanos(1_000)))).isFalse();
    }

    @Test
    void a_sign_in_of_which_nobody_says_when_it_was_is_not_fresh() {
        assertThat(fresh.of(signedIn(null))).isFalse();
    }

    @Test
    void a_sign_in_a_minute_ahead_of_our_clock_is_fresh_and_a_later_one_is_not_believed() {
        assertThat(fresh.of(signedIn(NOW.plusSeconds(60)))).isTrue();
        assertThat(fresh.of(signedIn(NOW.plusSeconds(61)))).isFalse();
    }

    @Test
    void whoever_is_not_fresh_is_stopped() {
        assertThatNoException().isThrownBy(() -> fresh.require(signedIn(NOW)));
        assertThatThrownBy(() -> fresh.require(signedIn(NOW.minusSeconds(901)))).isInstanceOf(SignInTooOld.class);
    }

    private static Person signedIn(@Nullable Instant at) {
        return new Person(UUID.fromString("0192f0c0-0000-7000-8000-000000000001"), "", true, "Basma Nasser", at);
    }
}
