package io.sarf.payouts.client;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

@RequestScoped
public class CurrentClient {
    private final SecurityIdentity identity;

    CurrentClient(SecurityIdentity identity) {
        this.identity = identity;
    }

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

    public Optional<UUID> customer() {
        return Optional.ofNullable(client().customer());
    }

    /** Whether the caller may see data of this customer. A token for one customer may see that one only. */
    public boolean speaksFor(UUID customer) {
        return customer().map(customer::equals).orElse(true);
    }

    public void require(String tokenScope) {
        if (!client().scopes().contains(tokenScope)) {
            throw new ForbiddenException();
        }
    }

    public Actor actor() {
        return Actor.client(client().secret()).from(identity.getAttribute(BearerAuthentication.ADDRESS));
    }
}
