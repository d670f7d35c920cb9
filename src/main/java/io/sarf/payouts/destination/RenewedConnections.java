package io.sarf.payouts.destination;

import io.sarf.payouts.application.TimePassed;
import io.sarf.payouts.connection.CredentialsEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Asks for waiting beneficiaries when their connection is renewed or replaced. Also follows the sandbox's time. */
@ApplicationScoped
class RenewedConnections {
    private final Destinations destinations;
    private final BeneficiaryWork work;

    RenewedConnections(Destinations destinations, BeneficiaryWork work) {
        this.destinations = destinations;
        this.work = work;
    }

    void on(@Observes TimePassed event) {
        work.hasten(event.scope(), event.by());
    }

    void on(@Observes CredentialsEvent.Renewed event) {
        work.wake(event.scope(), event.connection());
    }

    void on(@Observes CredentialsEvent.PassedOn event) {
        destinations.passOn(event.scope(), event.connection(), event.now());
        work.wake(event.scope(), event.now());
    }
}
