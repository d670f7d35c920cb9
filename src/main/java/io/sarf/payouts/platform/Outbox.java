package io.sarf.payouts.platform;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Takes mails that are rows of a {@link WorkTable} to the mail server: claims what is due, sends outside of any transaction,
 * records. A mail whose sending was not recorded is sent again.
 */
public final class Outbox {
    private static final Logger LOG = Logger.getLogger(Outbox.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(15));

    private final String name;
    private final Letters letters;
    private final WorkTable table;
    private final Ids ids;
    private final Clock clock;

    /** @param table a constant of the code, never input */
    public Outbox(String table, Letters letters, EntityManager entities, Ids ids, Clock clock) {
        this.name = table;
        this.letters = letters;
        this.table = new WorkTable(table, entities);
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Until nothing is due.
     *
     * @param letter what a row says, read in a transaction; where it says nothing any more, the row rests unsent
     * @param sent called in the transaction that ends the row's work
     */
    public void postAll(Function<UUID, Optional<Letter>> letter, Consumer<UUID> sent) {
        // One at a time: what is claimed must be sent before its lease ends, also by a slow mail server.
        for (var lease = claim(); lease.isPresent(); lease = claim()) {
            lease.ifPresent(held -> post(held, letter, sent));
        }
    }

    private Optional<Lease> claim() {
        return QuarkusTransaction.requiringNew().call(() -> table.claim(1, ids.next(), clock.instant(), LEASE)).stream()
                .findFirst();
    }

    private void post(Lease lease, Function<UUID, Optional<Letter>> letter, Consumer<UUID> sent) {
        Optional<Letter> written;
        try {
            written = QuarkusTransaction.requiringNew().call(() -> letter.apply(lease.work()));
            written.ifPresent(letters::send);
        } catch (RuntimeException e) {
            LOG.warnf("%s %s was not sent (attempt %d): %s", name, lease.work(), lease.attempt(), e.getMessage());
            var again = clock.instant().plus(BACKOFF.after(lease));
            QuarkusTransaction.requiringNew().run(() -> table.release(lease, again));
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> {
            if (table.holds(lease)) {
                written.ifPresent(any -> sent.accept(lease.work()));
                table.release(lease, null);
            }
        });
    }
}
