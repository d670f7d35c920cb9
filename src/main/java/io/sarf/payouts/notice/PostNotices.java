package io.sarf.payouts.notice;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.platform.Backoff;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Lease;
import io.sarf.payouts.platform.Letter;
import io.sarf.payouts.platform.Letters;
import io.sarf.payouts.platform.WorkTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reads the journal on, and takes mails to the mail server: claims what is due, sends outside of any transaction, records. */
@ApplicationScoped
class PostNotices {
    private static final Logger LOG = Logger.getLogger(PostNotices.class);
    private static final AcrossApplications RIGHT =
            AcrossApplications.because("Mail that is due is found whoever it belongs to");
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(15));

    private final Notices notices;
    private final NoticeLetter written;
    private final Letters letters;
    private final WorkTable table;
    private final Ids ids;
    private final Clock clock;

    PostNotices(Notices notices, NoticeLetter written, Letters letters, EntityManager entities, Ids ids, Clock clock) {
        this.notices = notices;
        this.written = written;
        this.letters = letters;
        this.table = new WorkTable("notice_mail", entities);
        this.ids = ids;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        readAll();
        postAll();
    }

    private void readAll() {
        for (var scope : notices.unread(RIGHT)) {
            try {
                notices.read(scope);
            } catch (RuntimeException e) {
                // The reader's place did not move, so nothing is lost: the next round takes the same entries.
                LOG.warnf(e, "Mails of %s are written later", scope);
            }
        }
    }

    void postAll() {
        // One at a time: what is claimed must be sent before its lease ends, also by a slow mail server.
        for (var lease = claim(); lease.isPresent(); lease = claim()) {
            lease.ifPresent(this::post);
        }
    }

    private Optional<Lease> claim() {
        return QuarkusTransaction.requiringNew().call(() -> table.claim(1, ids.next(), clock.instant(), LEASE)).stream()
                .findFirst();
    }

    private void post(Lease lease) {
        var mail = QuarkusTransaction.requiringNew().call(() -> notices.find(RIGHT, lease.work()));
        mail.ifPresent(one -> post(lease, one));
    }

    private void post(Lease lease, NoticeMail mail) {
        try {
            QuarkusTransaction.requiringNew().call(() -> letter(mail)).ifPresent(letters::send);
        } catch (RuntimeException e) {
            LOG.warnf("Mail %s was not sent (attempt %d): %s", lease.work(), lease.attempt(), e.getMessage());
            if (mail.stale(clock.instant())) {
                end(lease, mail, false);
            } else {
                var again = clock.instant().plus(BACKOFF.after(lease.attempt()));
                QuarkusTransaction.requiringNew().run(() -> table.release(lease, again));
            }
            return;
        }
        end(lease, mail, true);
    }

    /** The mail left, or is given up; the last one of its notice is journalled with all of them. */
    private void end(Lease lease, NoticeMail mail, boolean sent) {
        QuarkusTransaction.requiringNew().run(() -> {
            notices.lock(mail.scope(), mail.entry());
            if (table.release(lease, null)) {
                var ended = notices.find(RIGHT, lease.work()).orElseThrow();
                if (sent) {
                    ended.sent(clock.instant());
                }
                if (letters.sent()) {
                    notices.journal(mail.scope(), ended);
                }
            }
        });
    }

    private Optional<Letter> letter(NoticeMail mail) {
        return notices.told(mail.scope(), mail).map(told -> written.write(mail.scope(), told, mail.recipient()));
    }
}
