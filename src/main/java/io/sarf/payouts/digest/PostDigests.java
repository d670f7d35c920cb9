package io.sarf.payouts.digest;

import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.mail.MailSender;
import io.sarf.payouts.mail.MailText;
import io.sarf.payouts.mail.Outbox;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.work.WorkTable;
import io.sarf.payouts.workqueue.WorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@AcrossApplications("A person's mail is about all their applications")
@ApplicationScoped
class PostDigests implements WorkQueue {

    private final Digests digests;
    private final DigestMailText written;
    private final MailSender mails;
    private final Journal journal;
    private final Outbox outbox;

    PostDigests(
            Digests digests,
            DigestMailText written,
            MailSender mails,
            Journal journal,
            EntityManager entities,
            Ids ids,
            Clock clock) {
        this.digests = digests;
        this.written = written;
        this.mails = mails;
        this.journal = journal;
        this.outbox = new Outbox("digest_mail", mails, entities, ids, clock);
    }

    @Override
    public Name name() {
        return Name.DIGEST_MAIL;
    }

    @Override
    public WorkTable table() {
        return outbox.table();
    }

    @Override
    @AcrossApplications
    public Optional<About> about(UUID mail) {
        return Optional.empty();
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        digests.write();
        outbox.postAll(mail -> new Morning(digests.find(mail)));
    }

    /** One mail; it is journalled in each environment it is about. */
    private final class Morning implements Outbox.Mail {
        private final Digests.Due due;
        private final Optional<DigestMailText.Written> mail;

        Morning(Digests.Due due) {
            this.due = due;
            this.mail = written.write(due);
        }

        @Override
        public Optional<MailText> text() {
            return mail.map(DigestMailText.Written::text);
        }

        @Override
        public boolean stale() {
            return mail.filter(DigestMailText.Written::stale).isPresent();
        }

        @Override
        public void ended(Outbox.End end) {
            var sent = end == Outbox.End.SENT;
            if (sent) {
                digests.sent(due.id());
            }
            if (mails.sent()) {
                mail.ifPresent(one -> one.about().forEach(scope -> journal.record(change(scope, one, sent))));
            }
        }

        private Change change(Scope scope, DigestMailText.Written one, boolean sent) {
            var subject = new Change.Subject("person", due.person(), due.day().toEpochDay());
            var to = List.of(one.text().to());
            return Change.of(Chain.of(scope), "mail.digest", subject, Actor.SYSTEM)
                    .with("recipients", sent ? to : List.of())
                    .with("not_sent", sent ? List.of() : to);
        }
    }
}
