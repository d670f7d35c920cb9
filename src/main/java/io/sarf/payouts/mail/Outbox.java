package io.sarf.payouts.mail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.work.Backoff;
import io.sarf.payouts.work.Collisions;
import io.sarf.payouts.work.Lease;
import io.sarf.payouts.work.WorkTable;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Claims, sends outside any transaction, records. A mail without a recorded outcome is sent again. Applications take turns, so
 * that many mails of one do not hold back those of another.
 */
public final class Outbox {
    private static final Logger LOG = Logger.getLogger(Outbox.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(15));

    private final String name;
    private final MailSender mails;
    private final WorkTable table;
    private final Ids ids;
    private final Clock clock;

    /**
     * @param table a constant of the code, never input
     * @param shares columns of what takes turns, as constants
     */
    public Outbox(String table, MailSender mails, EntityManager entities, Ids ids, Clock clock, String... shares) {
        this.name = table;
        this.mails = mails;
        this.table = new WorkTable(table, entities, shares);
        this.ids = ids;
        this.clock = clock;
    }

    public WorkTable table() {
        return table;
    }

    public enum End {
        SENT,
        /** Sending failed, and the mail is stale. */
        GIVEN_UP,
        /** The reason for the mail no longer exists. */
        NOTHING_TO_SAY
    }

    public interface Mail {
        Optional<MailText> text();

        /** Called first in the transaction that records the end. */
        default void lock() {}

        void ended(End end);

        default boolean stale() {
            return false;
        }
    }

    /** @param read called in its own transaction */
    public void postAll(Function<UUID, Mail> read) {
        while (postOneOfEach(read)) {
            LOG.debugf("More of %s may be due", name);
        }
    }

    /** False if nothing was due. */
    private boolean postOneOfEach(Function<UUID, Mail> read) {
        var due = new ArrayList<>(QuarkusTransaction.requiringNew().call(() -> table.dueShares(clock.instant())));
        // Random order, so that with several nodes none is always last.
        Collections.shuffle(due);
        var any = false;
        for (var share : due) {
            // One at a time: each claimed mail must be sent before its lease ends, even by a slow mail server.
            var lease = claim(share);
            lease.ifPresent(one -> post(one, read));
            any |= lease.isPresent();
        }
        return any;
    }

    private Optional<Lease> claim(Map<String, Object> share) {
        return QuarkusTransaction.requiringNew()
                .call(() -> table.claim(List.of(share), 1, ids.next(), clock.instant(), LEASE))
                .stream()
                .findFirst();
    }

    private void post(Lease lease, Function<UUID, Mail> read) {
        Mail mail;
        try {
            mail = QuarkusTransaction.requiringNew().call(() -> read.apply(lease.work()));
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s %s could not be written (attempt %d)", name, lease.work(), lease.attempt());
            table.failed(lease, e);
            return;
        }
        End end;
        try {
            mail.text().ifPresent(mails::send);
            end = mail.text().isPresent() ? End.SENT : End.NOTHING_TO_SAY;
        } catch (RuntimeException e) {
            LOG.warnf("%s %s was not sent (attempt %d): %s", name, lease.work(), lease.attempt(), e.getMessage());
            if (!mail.stale()) {
                var again = clock.instant().plus(BACKOFF.after(lease));
                QuarkusTransaction.requiringNew().run(() -> table.release(lease, again));
                return;
            }
            end = End.GIVEN_UP;
        }
        record(lease, mail, end);
    }

    /** If recording fails after retries, the mail is sent again when its lease ends. */
    private void record(Lease lease, Mail mail, End end) {
        try {
            Collisions.outlasting(
                    Collisions.TRIES,
                    () -> QuarkusTransaction.requiringNew().call(() -> {
                        mail.lock();
                        if (table.release(lease, null)) {
                            mail.ended(end);
                        }
                        return end;
                    }));
        } catch (Exception e) {
            LOG.errorf(e, "%s %s: that it ended as %s is not recorded", name, lease.work(), end);
            table.failed(lease, e);
        }
    }
}
