package io.sarf.payouts.client;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

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

    /** The one customer the caller's token is for, if it is for one. */
    public Optional<UUID> customer() {
        return Optional.ofNullable(client().customer());
    }

    /** Whether the caller may see what belongs to this customer; a token for one customer speaks for that one only. */
    public boolean speaksFor(UUID customer) {
        return customer().map(customer::equals).orElse(true);
    }

    /** @throws ForbiddenException when the caller's token does not carry the scope */
    public void require(String tokenScope) {
        if (!client().scopes().contains(tokenScope)) {
            throw new ForbiddenException();
        }
    }

    /** The program, from the address it calls from. */
    public Actor actor() {
        return Actor.client(client().secret()).from(identity.getAttribute(BearerAuthentication.ADDRESS));
    }
}
