package io.sarf.payouts.destination;

import io.sarf.payouts.connection.CredentialsEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Hears, inside the transaction, that a connection is renewed: what rested because it had expired is asked for again. */
@ApplicationScoped
class RenewedConnections {
    private final BeneficiaryWork work;

    RenewedConnections(BeneficiaryWork work) {
        this.work = work;
    }

    void hear(@Observes CredentialsEvent.Renewed event) {
        work.wake(event.scope(), event.connection());
    }
}
