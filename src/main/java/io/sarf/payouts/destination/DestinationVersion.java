package io.sarf.payouts.destination;

import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An earlier revision of a destination. Payouts that were sent with it still use it. */
@Entity
@Immutable
@IdClass(DestinationVersion.Key.class)
class DestinationVersion implements Scoped {
    record Key(UUID destination, long revision) implements Serializable {}

    @Id
    private UUID destination;

    @Id
    private long revision;

    private UUID application;

    @Enumerated(EnumType.STRING)
    private Environment environment;

    private PayeeDetails details;
    private Instant replacedAt;

    @SuppressWarnings("NullAway.Init")
    protected DestinationVersion() {}

    DestinationVersion(Destination before, Instant at) {
        this.destination = before.id().value();
        this.revision = before.revision();
        this.application = before.scope().application().value();
        this.environment = before.scope().environment();
        this.details = before.details();
        this.replacedAt = at;
    }

    @Override
    public Scope scope() {
        return new Scope(new ApplicationId(application), environment);
    }

    DestinationId destination() {
        return new DestinationId(destination);
    }

    long revision() {
        return revision;
    }

    PayeeDetails details() {
        return details;
    }

    Instant replacedAt() {
        return replacedAt;
    }
}
