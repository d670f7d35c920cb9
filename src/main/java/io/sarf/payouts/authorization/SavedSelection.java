package io.sarf.payouts.authorization;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A person has one per review; the next one replaces it. */
@Entity
@Table(name = "kept_selection")
class SavedSelection implements Scoped {
    @Id
    private UUID id;

    private Scope scope;

    private UUID person;
    private AuthorizationId authorization;

    @Enumerated(EnumType.STRING)
    private SavedSelections.Review review;

    @Column(columnDefinition = "mediumtext")
    private String picks;

    @Column(name = "kept_at")
    private Instant savedAt;

    @SuppressWarnings("NullAway.Init")
    protected SavedSelection() {}

    @SuppressWarnings("NullAway.Init")
    SavedSelection(UUID id, Scope scope, UUID person) {
        this.id = id;
        this.scope = scope;
        this.person = person;
    }

    void replace(SavedSelections.Review review, AuthorizationId authorization, List<String> picks, Instant at) {
        this.review = review;
        this.authorization = authorization;
        this.picks = String.join("\n", picks);
        this.savedAt = at;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    SavedSelections.Review review() {
        return review;
    }

    List<String> picks() {
        return picks.lines().toList();
    }
}
