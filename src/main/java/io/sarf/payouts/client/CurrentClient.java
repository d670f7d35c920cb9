package io.sarf.payouts.client;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

@RequestScoped
public class CurrentClient {
    private final SecurityIdentity identity;
    private final CallLimits limits;
    private final FailedAttempts guesses;

    CurrentClient(SecurityIdentity identity, CallLimits limits, FailedAttempts guesses) {
        this.identity = identity;
        this.limits = limits;
        this.guesses = guesses;
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

    /**
     * The refusal of the call if its operation finds that the secret was replaced: it then counts as one with a bad token.
     * The result may be used on any thread.
     */
    public Supplier<ApiFault> secretReplaced() {
        var client = client();
        return () -> {
            limits.giveBack(client.scope());
            return guesses.badToken(client.secret().toString());
        };
    }

    /** The one its token was issued for. */
    public UUID secret() {
        return client().secret();
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
