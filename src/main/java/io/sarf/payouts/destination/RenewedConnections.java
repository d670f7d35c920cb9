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
    private final BeneficiaryRequests requests;

    RenewedConnections(Destinations destinations, BeneficiaryWork work, BeneficiaryRequests requests) {
        this.destinations = destinations;
        this.work = work;
        this.requests = requests;
    }

    void on(@Observes TimePassed event) {
        requests.hasten(event.scope(), event.by());
    }

    void on(@Observes CredentialsEvent.Renewed event) {
        work.wake(event.scope(), event.connection());
    }

    void on(@Observes CredentialsEvent.PassedOn event) {
        destinations.passOn(event.scope(), event.connection(), event.now());
        work.wake(event.scope(), event.now());
    }
}
