package io.sarf.payouts.invitation;

import io.quarkus.scheduler.Scheduled;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.mail.MailSender;
import io.sarf.payouts.mail.MailText;
import io.sarf.payouts.mail.Outbox;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.work.Coalesced;
import io.sarf.payouts.work.WorkTable;
import io.sarf.payouts.workqueue.WorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@AcrossApplications("Due mail of all applications is claimed together")
@ApplicationScoped
class PostInvitations implements WorkQueue {

    private final Invitations invitations;
    private final InvitationLinks links;
    private final Applications applications;
    private final MailSender mails;
    private final Journal journal;
    private final Outbox outbox;
    private final Clock clock;
    private final Coalesced posting = new Coalesced(this::postAll);

    PostInvitations(
            Invitations invitations,
            InvitationLinks links,
            Applications applications,
            MailSender mails,
            Journal journal,
            EntityManager entities,
            Ids ids,
            Clock clock) {
        this.invitations = invitations;
        this.links = links;
        this.applications = applications;
        this.mails = mails;
        this.journal = journal;
        this.outbox = new Outbox("invitation_mail", mails, entities, ids, clock, "application");
        this.clock = clock;
    }

    @Override
    public Name name() {
        return Name.INVITATION_MAIL;
    }

    @Override
    public WorkTable table() {
        return outbox.table();
    }

    @Override
    @AcrossApplications
    public Optional<About> about(UUID mail) {
        return invitations
                .mail(mail)
                .flatMap(this::invitation)
                .map(one -> Invite.change(one, "", one.version(), Actor.SYSTEM))
                .map(change -> new About(change.chain(), change.subject()));
    }

    /** Without mail the rows wait for mail to be configured. */
    @Override
    @AcrossApplications
    public Optional<Instant> oldestDue() {
        return mails.sent() ? outbox.table().oldestDue() : Optional.empty();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void poll() {
        posting.run();
    }

    void nudged(@ObservesAsync Invitations.MailDue due) {
        posting.run();
    }

    /** Without mail the rows wait; if mail is configured later, the pending ones are sent. */
    private void postAll() {
        if (mails.sent()) {
            outbox.postAll(id -> new Due(id, invitations.mail(id)));
        }
    }

    private final class Due implements Outbox.Mail {
        private final UUID id;
        private final Optional<MailText> text;

        /** Empty when the link is invalid by now. */
        Due(UUID id, Optional<InvitationMail> mail) {
            this.id = id;
            this.text = mail.flatMap(one -> invitation(one)
                    .filter(invitation -> invitation.state(clock.instant()) == Invitation.State.PENDING)
                    .map(invitation -> InvitationMailText.write(
                            invitation,
                            applications.require(invitation.application()).name(),
                            links.url(invitation.id(), invitation.issue()),
                            one.language())));
        }

        @Override
        public Optional<MailText> text() {
            return text;
        }

        @Override
        public void ended(Outbox.End end) {
            var mail = invitations.mail(id);
            var invitation = mail.flatMap(PostInvitations.this::invitation);
            if (end == Outbox.End.SENT) {
                mail.ifPresent(one -> one.sent(clock.instant()));
                invitation.ifPresent(one -> journal(one, "mail.invitation"));
            } else {
                invitation
                        .filter(one -> one.state(clock.instant()) == Invitation.State.EXPIRED)
                        .ifPresent(one -> journal(one, "mail.invitation_not_sent"));
            }
        }
    }

    private void journal(Invitation invitation, String type) {
        journal.record(Invite.change(invitation, type, invitation.version(), Actor.SYSTEM)
                .with("recipients", List.of(invitation.email())));
    }

    /** The invitation of a mail, unless it has been issued again. */
    private Optional<Invitation> invitation(InvitationMail mail) {
        return invitations.find(mail.invitation()).filter(invitation -> invitation.issue() == mail.issue());
    }
}
