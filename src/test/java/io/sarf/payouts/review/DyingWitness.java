package io.sarf.payouts.review;

import io.sarf.testing.Killed;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets the process die while results of an authorization are recorded. */
@ApplicationScoped
class DyingWitness {
    private int lives = Integer.MAX_VALUE;

    /** @param recorded how many transactions with results are still committed */
    void dieAfter(int recorded) {
        lives = recorded;
    }

    void immortal() {
        lives = Integer.MAX_VALUE;
    }

    void answered() {
        if (lives-- <= 0) {
            throw new Killed();
        }
    }
}
