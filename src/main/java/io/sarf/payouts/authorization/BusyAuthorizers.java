package io.sarf.payouts.authorization;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.connection.ChangeDefaultAuthorizer;
import io.sarf.payouts.connection.ConnectionId;
import io.sarf.payouts.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** While an authorization begins, its credentials must not become the default authorizer's: no code would be asked. */
@ApplicationScoped
class BusyAuthorizers implements ChangeDefaultAuthorizer.Rule {
    private final Authorizations authorizations;
    private final Clock clock;

    BusyAuthorizers(Authorizations authorizations, Clock clock) {
        this.authorizations = authorizations;
        this.clock = clock;
    }

    @Override
    public void check(Scope scope, ConnectionId credentials) {
        if (authorizations.beginning(scope, credentials, clock.instant())) {
            throw new Refused("AUTHORIZING", "Somebody is authorizing payouts with these credentials.");
        }
    }
}
