package io.sarf.payouts.ondemand;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One payout of the set: its revision when it was released, or why it was not. */
@Entity
@Immutable
@IdClass(OnDemandPayout.Key.class)
class OnDemandPayout {
    record Key(UUID authorization, int place) implements Serializable {}

    @Id
    private UUID authorization;

    @Id
    private int place;

    private UUID payout;
    private long revision;
    private @Nullable String refusal;

    @SuppressWarnings("NullAway.Init")
    protected OnDemandPayout() {}

    OnDemandPayout(OnDemandAuthorization of, int place, ReleasePayouts.Released released) {
        this.authorization = of.id();
        this.place = place;
        this.payout = released.state().payout();
        this.revision = released.state().revision();
        this.refusal = released.refusal();
    }

    UUID payout() {
        return payout;
    }

    @Nullable
    String refusal() {
        return refusal;
    }

    /** Whether the bank's answer is still missing: nothing has changed since the release. */
    boolean open(ReleasePayouts.State now) {
        return refusal == null && now.revision() == revision;
    }
}
