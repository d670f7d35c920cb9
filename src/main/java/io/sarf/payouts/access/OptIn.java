package io.sarf.payouts.access;

import io.sarf.payouts.application.ApplicationId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "payouts_opt_in")
class OptIn {
    @Id
    private UUID id;

    private ApplicationId application;
    private UUID person;
    private String termsVersion;
    private String termsText;
    private Instant acceptedAt;

    @SuppressWarnings("NullAway.Init")
    protected OptIn() {}

    OptIn(UUID id, ApplicationId application, UUID person, Terms terms, Instant acceptedAt) {
        this.id = id;
        this.application = application;
        this.person = person;
        this.termsVersion = terms.version();
        this.termsText = terms.text();
        this.acceptedAt = acceptedAt;
    }
}
