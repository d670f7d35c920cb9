package io.sarf.payouts.journal;

import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.work.Coalesced;
import io.sarf.payouts.work.Collisions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ExecutorService;
import org.jboss.logging.Logger;

/** Seals committed entries. Several nodes may run it: the head is locked, and the second node finds nothing left. */
@AcrossApplications("The sealer serves the chains of all applications")
@ApplicationScoped
public class Sealer {
    /** Prompts readers to look for new events now. They poll as well. */
    public record EventsSealed() {}

    private static final Logger LOG = Logger.getLogger(Sealer.class);

    /** Under load entries are sealed, and readers prompted, for many commits at once. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Chains chains;
    private final ExecutorService workers;
    private final Event<EventsSealed> sealed;
    private final Coalesced seal = new Coalesced(this::sealAll, PAUSE);

    Sealer(Chains chains, ExecutorService workers, Event<EventsSealed> sealed) {
        this.chains = chains;
        this.workers = workers;
        this.sealed = sealed;
    }

    void nudge() {
        seal.nudge(workers);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        seal.run();
    }

    /** Catches up with nodes of a version that sealed without making entries searchable. */
    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void makeSearchable() {
        seal(chains.behind());
    }

    public void sealAll() {
        seal(chains.waiting());
    }

    void seal(Collection<String> some) {
        var events = 0;
        for (var chain : some) {
            try {
                var batch = chains.seal(chain);
                events += batch.events();
                while (batch.more()) {
                    batch = chains.seal(chain);
                    events += batch.events();
                }
            } catch (RuntimeException e) {
                // The entries stay pending, and the other chains go on.
                if (Collisions.behind(e) || Collisions.unreachable(e)) {
                    LOG.debugf(e, "Chain %s is sealed later: another node was faster, or the database is away", chain);
                } else {
                    LOG.errorf(e, "Chain %s cannot be sealed", chain);
                }
            }
        }
        if (events > 0) {
            sealed.fireAsync(new EventsSealed());
        }
    }
}
