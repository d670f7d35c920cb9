package io.sarf.payouts.notice;

import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.mail.MailSender;
import io.sarf.payouts.mail.MailText;
import io.sarf.payouts.mail.Outbox;
import io.sarf.payouts.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reads the journal on, and takes the mails that follow to the mail server. */
@ApplicationScoped
class PostNotices {
    private static final Logger LOG = Logger.getLogger(PostNotices.class);
    private static final AcrossApplications RIGHT =
            AcrossApplications.because("Mail that is due is found whoever it belongs to");

    private final Notices notices;
    private final NoticeMailText written;
    private final MailSender letters;
    private final Outbox outbox;
    private final Clock clock;

    PostNotices(
            Notices notices, NoticeMailText written, MailSender letters, EntityManager entities, Ids ids, Clock clock) {
        this.notices = notices;
        this.written = written;
        this.letters = letters;
        this.outbox = new Outbox("notice_mail", letters, entities, ids, clock);
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
        outbox.postAll(id -> new Due(notices.find(RIGHT, id).orElseThrow()));
    }

    /** One of a notice's mails; the last one that ends is journalled with all of them. */
    private final class Due implements Outbox.Mail {
        private final NoticeMail mail;
        private final Optional<MailText> letter;

        Due(NoticeMail mail) {
            this.mail = mail;
            this.letter = notices.told(mail.scope(), mail)
                    .filter(told -> notices.meant(mail.scope(), mail, told))
                    .map(told -> written.write(mail, told));
        }

        @Override
        public Optional<MailText> letter() {
            return letter;
        }

        @Override
        public void lock() {
            notices.lock(RIGHT, mail.entry());
        }

        @Override
        public boolean stale() {
            return mail.stale(clock.instant());
        }

        @Override
        public void ended(Outbox.End end) {
            var ended = notices.find(RIGHT, mail.id()).orElseThrow();
            if (end == Outbox.End.SENT) {
                ended.sent(clock.instant());
            }
            if (letters.sent()) {
                notices.journal(mail.scope(), ended);
            }
        }
    }
}
