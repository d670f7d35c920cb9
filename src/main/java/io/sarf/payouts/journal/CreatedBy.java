package io.sarf.payouts.journal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** Who made a row, as far as the row itself says it; the journal says more. */
@Embeddable
public record CreatedBy(
        @Enumerated(EnumType.STRING) @Column(name = "created_by_kind")
        Actor.Kind kind,

        @Column(name = "created_by_name") String name) {
    public static CreatedBy of(Actor actor) {
        return new CreatedBy(actor.kind(), actor.name());
    }
}
