package io.sarf.testing;

import io.sarf.sandboxbank.MovableClock;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The one clock, in the hand of the test. */
@Alternative
@Dependent
class StandingTime {
    @Produces
    @Singleton
    MovableClock clock() {
        return new MovableClock();
    }
}
