package io.sarf.payouts.invitation;

import io.sarf.payouts.application.ApplicationId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail with one link. The row is also the work of sending it, due at {@code due_at}. */
@Entity
class InvitationMail {
    @Id
    private UUID id;

    private ApplicationId application;
    private UUID invitation;
    private int issue;
    private String language;
    private @Nullable Instant sentAt;

    // Written once; afterwards the work table moves them under its lease.
    @Column(updatable = false)
    private @Nullable Instant dueAt;

    @Column(updatable = false)
    private int attempt;

    @SuppressWarnings("NullAway.Init")
    protected InvitationMail() {}

    /** @param language of whoever invites, which is the best guess at the reader's */
    InvitationMail(UUID id, Invitation invitation, String language, Instant dueAt) {
        this.id = id;
        this.application = invitation.application();
        this.invitation = invitation.id().value();
        this.issue = invitation.issue();
        this.language = language;
        this.dueAt = dueAt;
    }

    void sent(Instant at) {
        sentAt = at;
    }

    boolean isSent() {
        return sentAt != null;
    }

    UUID invitation() {
        return invitation;
    }

    int issue() {
        return issue;
    }

    String language() {
        return language;
    }
}
