package io.sarf.payouts.work;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Runs a nudge after commit, never work that must happen. A node without timers and nudges only answers requests. */
@Singleton
public class AfterCommit {
    private static final Logger LOG = Logger.getLogger(AfterCommit.class);

    private final TransactionSynchronizationRegistry registry;
    private final boolean nudges;

    AfterCommit(
            TransactionSynchronizationRegistry registry,
            @ConfigProperty(name = "sarf.nudges", defaultValue = "true") boolean nudges) {
        this.registry = registry;
        this.nudges = nudges;
        if (!nudges) {
            LOG.info("sarf.nudges=false: what comes later waits for a timer, of this node or of another one");
        }
    }

    public void once(Object what, Runnable nudge) {
        if (!nudges || registry.getResource(what) != null) {
            return;
        }
        registry.putResource(what, true);
        registry.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    nudge.run();
                }
            }
        });
    }
}
