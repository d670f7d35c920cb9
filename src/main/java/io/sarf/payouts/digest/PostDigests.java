package io.sarf.payouts.digest;

import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Letters;
import io.sarf.payouts.platform.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Takes the mails of the day to the mail server. */
@ApplicationScoped
class PostDigests {
    private static final AcrossApplications RIGHT =
            AcrossApplications.because("A person's mail is about all their applications");

    private final Digests digests;
    private final DigestLetter written;
    private final Outbox outbox;

    PostDigests(Digests digests, DigestLetter written, Letters letters, EntityManager entities, Ids ids, Clock clock) {
        this.digests = digests;
        this.written = written;
        this.outbox = new Outbox("digest_mail", letters, entities, ids, clock);
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        digests.write(RIGHT);
        outbox.postAll(mail ->
                Outbox.Mail.of(digests.person(RIGHT, mail).flatMap(written::write), () -> digests.sent(RIGHT, mail)));
    }
}
