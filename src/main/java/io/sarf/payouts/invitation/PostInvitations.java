package io.sarf.payouts.invitation;

import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Letter;
import io.sarf.payouts.platform.Letters;
import io.sarf.payouts.platform.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Takes invitations to the mail server. */
@ApplicationScoped
class PostInvitations {
    private static final AcrossApplications RIGHT =
            AcrossApplications.because("Mail that is due is found whoever it belongs to");

    private final Invitations invitations;
    private final InvitationLinks links;
    private final Applications applications;
    private final Letters letters;
    private final Outbox outbox;
    private final Clock clock;

    PostInvitations(
            Invitations invitations,
            InvitationLinks links,
            Applications applications,
            Letters letters,
            EntityManager entities,
            Ids ids,
            Clock clock) {
        this.invitations = invitations;
        this.links = links;
        this.applications = applications;
        this.letters = letters;
        this.outbox = new Outbox("invitation_mail", letters, entities, ids, clock);
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
        if (letters.sent()) {
            outbox.postAll(
                    this::letter, id -> invitations.mail(RIGHT, id).ifPresent(mail -> mail.sent(clock.instant())));
        }
    }

    /** Nothing when the link is dead by now: it was withdrawn, accepted, issued again, or has expired. */
    private Optional<Letter> letter(UUID id) {
        return invitations
                .mail(RIGHT, id)
                .flatMap(mail -> invitations
                        .find(RIGHT, mail.invitation())
                        .filter(invitation -> invitation.issue() == mail.issue()
                                && invitation.state(clock.instant()) == Invitation.State.PENDING)
                        .map(invitation -> InvitationLetter.write(
                                invitation,
                                applications.require(invitation.application()).name(),
                                links.url(invitation.id(), invitation.issue()),
                                mail.language())));
    }
}
