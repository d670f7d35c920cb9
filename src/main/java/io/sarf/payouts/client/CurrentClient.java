package io.sarf.payouts.client;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;
import jakarta.enterprise.context.RequestScoped;

/** Which program is calling this operation. */
@RequestScoped
public class CurrentClient {
    private final SecurityIdentity identity;

    CurrentClient(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** @throws UnauthorizedException when the call carried no valid token */
    Client client() {
        Client client = identity.getAttribute(BearerAuthentication.CLIENT);
        if (client == null) {
            throw new UnauthorizedException();
        }
        return client;
    }

    public Scope scope() {
        return client().scope();
    }

    public Actor actor() {
        return Actor.client(client().secret());
    }
}
