package io.sarf.payouts.notice;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import io.sarf.payouts.team.Recipient;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail to one recipient. The row is also the work of sending it, due at {@code due_at}. */
@Entity
class NoticeMail implements Scoped {
    @Id
    private UUID id;

    private Scope scope;

    @Enumerated(EnumType.STRING)
    private Notice kind;

    private String bank;
    private UUID entry;
    private String recipient;
    private String language;
    private Instant occurredAt;
    private @Nullable Instant sentAt;

    // Written once; afterwards the work table moves them under its lease.
    @Column(updatable = false)
    private @Nullable Instant dueAt;

    @Column(updatable = false)
    private int attempt;

    @SuppressWarnings("NullAway.Init")
    protected NoticeMail() {}

    NoticeMail(UUID id, Scope scope, NoticeEntry entry, Recipient recipient, Instant dueAt) {
        this.id = id;
        this.scope = scope;
        this.kind = entry.notice();
        this.bank = entry.bank();
        this.entry = entry.entry();
        this.recipient = recipient.email();
        this.language = recipient.preferences().mailLanguage();
        this.occurredAt = entry.at();
        this.dueAt = dueAt;
    }

    void sent(Instant at) {
        sentAt = at;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    boolean isSent() {
        return sentAt != null;
    }

    /** Whether it is not to be sent any more: it left, or it was given up. */
    boolean isDone() {
        return dueAt == null;
    }

    /** Whether nobody has to be told this any more who was not told by then. */
    boolean stale(Instant now) {
        return !now.isBefore(occurredAt.plus(Notices.NEWS));
    }

    UUID id() {
        return id;
    }

    UUID entry() {
        return entry;
    }

    String recipient() {
        return recipient;
    }

    String language() {
        return language;
    }
}
