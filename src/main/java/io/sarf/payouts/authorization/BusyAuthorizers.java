package io.sarf.payouts.authorization;

import io.sarf.payouts.connection.CredentialsEvent;
import io.sarf.payouts.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/**
 * Does not let credentials become the default authorizer while the bank is being asked to begin an authorization with them:
 * it would want no code of the person then.
 */
@ApplicationScoped
class BusyAuthorizers {
    private final Authorizations authorizations;
    private final Clock clock;

    BusyAuthorizers(Authorizations authorizations, Clock clock) {
        this.authorizations = authorizations;
        this.clock = clock;
    }

    void hear(@Observes CredentialsEvent.PassedOn event) {
        if (authorizations.beginning(event.scope(), event.now(), clock.instant())) {
            throw new Refused("AUTHORIZING", "Somebody is authorizing payouts with these credentials.");
        }
    }
}
