package io.sarf.payouts.invitation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.team.Role;
import io.sarf.payouts.work.AfterCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
@Transactional
public class Invitations {
    /** A nudge; polling finds the mails it misses. */
    record MailDue() {}

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<Invitation, UUID> {}

    @ApplicationScoped
    static class Mails implements PanacheRepositoryBase<InvitationMail, UUID> {}

    private static final int MOST = 200;

    private final Rows rows;
    private final Mails mails;
    private final EntityManager entities;
    private final AfterCommit afterCommit;
    private final Event<MailDue> due;
    private final Ids ids;
    private final Clock clock;

    Invitations(
            Rows rows,
            Mails mails,
            EntityManager entities,
            AfterCommit afterCommit,
            Event<MailDue> due,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.mails = mails;
        this.entities = entities;
        this.afterCommit = afterCommit;
        this.due = due;
        this.ids = ids;
        this.clock = clock;
    }

    public boolean awaits(ApplicationId application, Role role) {
        return pending(application).stream()
                .anyMatch(invitation -> invitation.grants().has(role));
    }

    /** Any state, newest first, at most 200. */
    List<Invitation> all(ApplicationId application) {
        return rows.find("application = ?1 order by createdAt desc", application)
                .page(0, MOST)
                .list();
    }

    boolean isPending(ApplicationId application, String email) {
        return pending(application).stream().anyMatch(invitation -> invitation.isFor(email));
    }

    List<Invitation> pending(ApplicationId application) {
        return rows.list(
                "application = ?1 and acceptedAt is null and withdrawnAt is null and expiresAt > ?2",
                application,
                clock.instant());
    }

    /** In any state. */
    long madeSince(ApplicationId application, Instant then) {
        return rows.count("application = ?1 and createdAt > ?2", application, then);
    }

    Optional<Invitation> find(ApplicationId application, InvitationId id) {
        return rows.find("id = ?1 and application = ?2", id.value(), application)
                .firstResultOptional();
    }

    /** Locks it until the transaction ends. */
    Invitation require(ApplicationId application, InvitationId id) {
        return rows.find("id = ?1 and application = ?2", id.value(), application)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new Missing("invitation"));
    }

    /** The token is the permission to see the invitation, in any application. */
    @AcrossApplications
    Optional<Invitation> find(byte[] tokenHash) {
        return rows.find("tokenHash = ?1", (Object) tokenHash).firstResultOptional();
    }

    /** Locks it until the transaction ends. */
    @AcrossApplications
    Invitation require(byte[] tokenHash) {
        return rows.find("tokenHash = ?1", (Object) tokenHash)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new Missing("invitation"));
    }

    @AcrossApplications
    Optional<Invitation> find(UUID id) {
        return rows.findByIdOptional(id);
    }

    void add(ApplicationId application, Invitation invitation) {
        rows.persistAndFlush(invitation);
    }

    void post(ApplicationId application, Invitation invitation, String language) {
        mails.persist(new InvitationMail(ids.next(), invitation, language, clock.instant()));
        afterCommit.once(MailDue.class, () -> due.fireAsync(new MailDue()));
    }

    @AcrossApplications
    Optional<InvitationMail> mail(UUID id) {
        return mails.findByIdOptional(id);
    }

    /** The invitations whose current link has been sent. */
    Set<InvitationId> posted(ApplicationId application, List<Invitation> of) {
        var issues = of.stream().collect(Collectors.toMap(one -> one.id().value(), Invitation::issue));
        return mails.list("invitation in ?1 and sentAt is not null", issues.keySet()).stream()
                .filter(mail -> Integer.valueOf(mail.issue()).equals(issues.get(mail.invitation())))
                .map(mail -> new InvitationId(mail.invitation()))
                .collect(Collectors.toSet());
    }
}
