package io.sarf.payouts.journal;

import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.work.Coalesced;
import io.sarf.payouts.work.Collisions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
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

    private static final Duration STUCK = Duration.ofMinutes(2);

    private final Chains chains;
    private final ExecutorService workers;
    private final Clock clock;
    private final Event<EventsSealed> sealed;
    private final Coalesced seal = new Coalesced(this::sealAll, PAUSE);

    Sealer(Chains chains, ExecutorService workers, Clock clock, Event<EventsSealed> sealed) {
        this.chains = chains;
        this.workers = workers;
        this.clock = clock;
        this.sealed = sealed;
    }

    void nudge() {
        seal.nudge(workers);
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        seal.run();
    }

    /**
     * Makes entries searchable that were sealed before the table was there, chains in turns. It is not done while sealing:
     * ten million of them would keep all other chains waiting.
     */
    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void makeSearchable() {
        for (var some = chains.behind(); !some.isEmpty(); ) {
            some = some.stream().filter(this::searchMore).toList();
        }
    }

    private boolean searchMore(String chain) {
        try {
            return chains.seal(chain).unsearched();
        } catch (RuntimeException e) {
            LOG.warnf(e, "Entries of chain %s are made searchable later", chain);
            return false;
        }
    }

    /** Chains that have waited for longer than sealing ever takes, oldest first, and since when: the log has the reason. */
    public Map<Chain, Instant> stuck() {
        return chains.unsealed(clock.instant().minus(STUCK));
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
