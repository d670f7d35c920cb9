package io.sarf.payouts.invitation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Backoff;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Lease;
import io.sarf.payouts.platform.Letter;
import io.sarf.payouts.platform.Letters;
import io.sarf.payouts.platform.WorkTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Takes invitations to the mail server: claims what is due, sends outside of any transaction, records. */
@ApplicationScoped
class PostInvitations {
    private static final Logger LOG = Logger.getLogger(PostInvitations.class);
    private static final AcrossApplications RIGHT =
            AcrossApplications.because("Mail that is due is found whoever it belongs to");

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(15));

    /** One at a time: what is claimed must be sent before its lease ends, also by a slow mail server. */
    private static final int CLAIM = 1;

    private final Invitations invitations;
    private final InvitationLinks links;
    private final Applications applications;
    private final Letters letters;
    private final Journal journal;
    private final WorkTable table;
    private final Ids ids;
    private final Clock clock;

    PostInvitations(
            Invitations invitations,
            InvitationLinks links,
            Applications applications,
            Letters letters,
            Journal journal,
            EntityManager entities,
            Ids ids,
            Clock clock) {
        this.invitations = invitations;
        this.links = links;
        this.applications = applications;
        this.letters = letters;
        this.journal = journal;
        this.table = new WorkTable("invitation_mail", entities);
        this.ids = ids;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        postAll();
    }

    void nudged(@ObservesAsync Invitations.MailDue due) {
        postAll();
    }

    /** Where no mail is sent they wait, and go out if that is ever changed and they are still open. */
    private void postAll() {
        while (letters.sent()) {
            var leases = QuarkusTransaction.requiringNew()
                    .call(() -> table.claim(CLAIM, ids.next(), clock.instant(), LEASE));
            if (leases.isEmpty()) {
                return;
            }
            leases.forEach(this::post);
        }
    }

    private void post(Lease lease) {
        var letter = QuarkusTransaction.requiringNew().call(() -> letter(lease));
        if (letter.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> {
                if (table.release(lease, null)) {
                    invitation(lease)
                            .filter(one -> one.state(clock.instant()) == Invitation.State.EXPIRED)
                            .ifPresent(one -> journal(one, "mail.invitation_not_sent"));
                }
            });
            return;
        }
        try {
            letters.send(letter.get());
        } catch (RuntimeException e) {
            LOG.warnf(
                    "Invitation mail %s was not sent (attempt %d): %s", lease.work(), lease.attempt(), e.getMessage());
            var again = clock.instant().plus(BACKOFF.after(lease));
            QuarkusTransaction.requiringNew().run(() -> table.release(lease, again));
            return;
        }
        QuarkusTransaction.requiringNew().run(() -> {
            if (table.release(lease, null)) {
                invitation(lease).ifPresent(one -> journal(one, "mail.invitation"));
                invitations.mail(RIGHT, lease.work()).ifPresent(mail -> mail.sent(clock.instant()));
            }
        });
    }

    /** It left before its link died, or its link died of age before it left. */
    private void journal(Invitation invitation, String type) {
        journal.record(Invite.change(invitation, type, invitation.version(), Actor.SYSTEM)
                .with("recipients", List.of(invitation.email())));
    }

    /** What the mail is of, unless it was issued again since. */
    private Optional<Invitation> invitation(Lease lease) {
        return invitations
                .mail(RIGHT, lease.work())
                .flatMap(mail -> invitations
                        .find(RIGHT, mail.invitation())
                        .filter(invitation -> invitation.issue() == mail.issue()));
    }

    /** Nothing when the link is dead by now: it was withdrawn, accepted, issued again, or has expired. */
    private Optional<Letter> letter(Lease lease) {
        return invitation(lease)
                .filter(invitation -> invitation.state(clock.instant()) == Invitation.State.PENDING)
                .map(invitation -> InvitationLetter.write(
                        invitation,
                        applications.require(invitation.application()).name(),
                        links.url(invitation.id(), invitation.issue()),
                        invitations.mail(RIGHT, lease.work()).orElseThrow().language()));
    }
}
