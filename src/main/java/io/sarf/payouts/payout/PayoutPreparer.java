package io.sarf.payouts.payout;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.Scoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

@Entity
@IdClass(PayoutPreparer.Key.class)
class PayoutPreparer implements Scoped {
    public enum Deed {
        CREATED,
        NAME_ACCEPTED,
        PAYEE_EDITED
    }

    record Key(UUID payout, UUID person, Deed deed) implements Serializable {}

    @Id
    private UUID payout;

    @Id
    private UUID person;

    @Id
    @Enumerated(EnumType.STRING)
    @Column(length = 20)
    private Deed deed;

    private Scope scope;

    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected PayoutPreparer() {}

    PayoutPreparer(Scope scope, PayoutId payout, UUID person, Deed deed, Instant at) {
        this.payout = payout.value();
        this.person = person;
        this.deed = deed;
        this.scope = scope;
        this.at = at;
    }

    @Override
    public Scope scope() {
        return scope;
    }
}
