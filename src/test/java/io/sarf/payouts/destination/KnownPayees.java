package io.sarf.payouts.destination;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;

/** Somebody who can be paid, made known to the bank as the page does it. */
@ApplicationScoped
public class KnownPayees {
    private final AddDestination add;
    private final Ids ids;

    KnownPayees(AddDestination add, Ids ids) {
        this.add = add;
        this.ids = ids;
    }

    public Destination add(Scope scope, Actor by) {
        var wanted = new NewDestination(
                "Noor Hadid", "", "AE070331234567890123456", "1 Main Street", "Dubai", "ARE", "AED", null, null);
        return add.add(scope, new DestinationId(ids.next()), wanted.tidy(), by).destination();
    }

    /** One whose display name says something else than the name that the bank checks. */
    public Destination alias(Scope scope, String legalName, String displayName, Actor by) {
        var wanted = new NewDestination(
                legalName, displayName, "AE290330000012345678901", "Pier 4", "Abu Dhabi", "ARE", "AED", null, null);
        return add.add(scope, new DestinationId(ids.next()), wanted.tidy(), by).destination();
    }
}
