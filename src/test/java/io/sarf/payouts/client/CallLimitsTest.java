package io.sarf.payouts.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.sandboxbank.MovableClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallLimitsTest {
    private static final ApplicationId APPLICATION = new ApplicationId(UUID.randomUUID());
    private static final Scope SANDBOX = new Scope(APPLICATION, Environment.SANDBOX);
    private static final Scope PRODUCTION = new Scope(APPLICATION, Environment.PRODUCTION);

    private final MovableClock clock = new MovableClock();

    @Test
    void each_node_gives_its_part_of_the_calls() {
        var limits = new CallLimits(7, 3, clock);

        assertThat(limits.count(SANDBOX)).isEmpty();
        assertThat(limits.count(SANDBOX)).isEmpty();
        assertThat(limits.count(SANDBOX)).contains(Duration.ofSeconds(30));
        assertThat(limits.waiting(SANDBOX)).contains(Duration.ofSeconds(30));
    }

    @Test
    void each_environment_has_its_own() {
        var limits = new CallLimits(1, 1, clock);
        limits.count(SANDBOX);

        assertThat(limits.waiting(SANDBOX)).isPresent();
        assertThat(limits.count(PRODUCTION)).isEmpty();
    }

    @Test
    void settings_that_let_nobody_call_are_refused_by_name() {
        assertThatThrownBy(() -> new CallLimits(100, 0, clock))
                .hasMessage("sarf.api.nodes is 0, and must be 1 or more");
        assertThatThrownBy(() -> new CallLimits(0, 1, clock))
                .hasMessageStartingWith("sarf.api.calls-per-minute is 0, and must leave one call or more");
        assertThatThrownBy(() -> new CallLimits(3, 4, clock)).hasMessageContaining("each of the 4 nodes");
    }

    @Test
    void bad_tokens_are_refused_with_a_wait_when_there_were_too_many_of_the_same() {
        var guesses = new FailedAttempts(clock);
        for (var i = 0; i < 300; i++) {
            assertThat(guesses.badToken("192.0.2.1").code().name()).isEqualTo("UNAUTHORIZED");
        }

        assertThat(guesses.badToken("192.0.2.1").code().name()).isEqualTo("RATE_LIMIT_EXCEEDED");
        assertThat(guesses.tooManyBadTokens("192.0.2.1")).isPresent();
        assertThat(guesses.tooManyBadTokens("192.0.2.2")).isEmpty();
        assertThat(guesses.badToken("192.0.2.2").code().name()).isEqualTo("UNAUTHORIZED");
    }
}
