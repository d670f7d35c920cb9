package io.sarf.payouts.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** Nothing is done afterwards: who asks for it waits, and dies with it. */
@Alternative
@ApplicationScoped
public class AtOnce extends BackgroundCalls {
    @Override
    void run(Runnable work) {
        work.run();
    }
}
