package io.sarf.payouts.journal;

import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.work.Coalesced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Collection;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/**
 * Takes entries that are committed and not yet sealed, chain by chain. Any number of nodes may do it: the chain's head
 * is locked while it moves, and who comes second finds nothing left to do.
 */
@AcrossApplications("The sealer serves the chains of all applications")
@ApplicationScoped
public class Sealer {
    /** New events stand in the sequence. A nudge for readers, who poll as well. */
    public record EventsSealed() {}

    private static final Logger LOG = Logger.getLogger(Sealer.class);

    private final Chains chains;
    private final ExecutorService workers;
    private final Event<EventsSealed> sealed;
    private final Coalesced seal = new Coalesced(this::sealAll);

    Sealer(Chains chains, ExecutorService workers, Event<EventsSealed> sealed) {
        this.chains = chains;
        this.workers = workers;
        this.sealed = sealed;
    }

    /** Seals soon, on another thread. */
    void nudge() {
        seal.nudge(workers);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        seal.run();
    }

    /** Seals whatever is committed now. */
    public void sealAll() {
        seal(chains.waiting());
    }

    /** Seals what is committed now of some chains. */
    void seal(Collection<String> some) {
        var events = 0;
        for (var chain : some) {
            try {
                var batch = chains.seal(chain);
                events += batch.events();
                while (batch.full()) {
                    batch = chains.seal(chain);
                    events += batch.events();
                }
            } catch (RuntimeException e) {
                // Another node was faster, or the database is away; the entries are still waiting either way.
                LOG.debugf(e, "Chain %s is sealed later", chain);
            }
        }
        if (events > 0) {
            sealed.fireAsync(new EventsSealed());
        }
    }
}
