package io.sarf.payouts.notice;

import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.mail.MailSender;
import io.sarf.payouts.mail.MailText;
import io.sarf.payouts.mail.Outbox;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.work.WorkTable;
import io.sarf.payouts.workqueue.WorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

@AcrossApplications("Due mail of all applications is claimed together")
@ApplicationScoped
class PostNotices implements WorkQueue {
    private static final Logger LOG = Logger.getLogger(PostNotices.class);

    private final Notices notices;
    private final NoticeMailText written;
    private final MailSender mails;
    private final Outbox outbox;
    private final Clock clock;

    PostNotices(
            Notices notices, NoticeMailText written, MailSender mails, EntityManager entities, Ids ids, Clock clock) {
        this.notices = notices;
        this.written = written;
        this.mails = mails;
        this.outbox = new Outbox("notice_mail", mails, entities, ids, clock, "application");
        this.clock = clock;
    }

    @Override
    public Name name() {
        return Name.NOTICE_MAIL;
    }

    @Override
    public WorkTable table() {
        return outbox.table();
    }

    @Override
    @AcrossApplications
    public Optional<About> about(UUID mail) {
        return notices.find(mail)
                .flatMap(one -> notices.entry(one.scope(), one)
                        .map(entry -> new About(Chain.of(one.scope()), entry.subject())));
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        readAll();
        postAll();
    }

    private void readAll() {
        for (var scope : notices.unread()) {
            try {
                notices.read(scope);
            } catch (RuntimeException e) {
                // The transaction rolled back with the reader's cursor, so the next run takes the same entries.
                LOG.warnf(e, "Mails of %s are written later", scope);
            }
        }
    }

    void postAll() {
        outbox.postAll(id -> new Due(notices.find(id).orElseThrow()));
    }

    /** The outcome is journalled with that of the notice's last mail. */
    private final class Due implements Outbox.Mail {
        private final NoticeMail mail;
        private final Optional<MailText> text;

        Due(NoticeMail mail) {
            this.mail = mail;
            this.text = notices.entry(mail.scope(), mail)
                    .filter(entry -> notices.meant(mail.scope(), mail, entry))
                    .map(entry -> written.write(mail, entry));
        }

        @Override
        public Optional<MailText> text() {
            return text;
        }

        @Override
        public void lock() {
            notices.lock(mail.entry());
        }

        @Override
        public boolean stale() {
            return mail.stale(clock.instant());
        }

        @Override
        public void ended(Outbox.End end) {
            var ended = notices.find(mail.id()).orElseThrow();
            if (end == Outbox.End.SENT) {
                ended.sent(clock.instant());
            }
            if (mails.sent()) {
                notices.journal(mail.scope(), ended);
            }
        }
    }
}
