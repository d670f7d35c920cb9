package io.sarf.payouts.destination;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import jakarta.persistence.Entity;
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

    private Scope scope;
    private PayeeDetails details;
    private Instant replacedAt;

    @SuppressWarnings("NullAway.Init")
    protected DestinationVersion() {}

    DestinationVersion(Destination before, Instant at) {
        this.destination = before.id().value();
        this.revision = before.revision();
        this.scope = before.scope();
        this.details = before.details();
        this.replacedAt = at;
    }

    @Override
    public Scope scope() {
        return scope;
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
}
