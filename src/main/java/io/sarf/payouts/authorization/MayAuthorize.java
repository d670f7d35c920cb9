package io.sarf.payouts.authorization;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Who may authorize from the dashboard: somebody with credentials of their own at the bank, who did not connect the
 * default authorizer. The pages show the refusal beside a disabled button; the server asks again each time.
 */
@ApplicationScoped
public class MayAuthorize {
    private final Connections connections;

    MayAuthorize(Connections connections) {
        this.connections = connections;
    }

    /** Why the person may not, or empty. */
    public Optional<Refused> refusal(Scope scope, Person person, String bank) {
        var own = connections.of(scope, person.id(), bank);
        if (own.isEmpty()) {
            return Optional.of(new Refused(
                    "NO_CREDENTIALS",
                    "To authorize, connect bank credentials of your own: Bank connections, Connect."));
        }
        if (own.get().defaultAuthorizer()) {
            return Optional.of(new Refused(
                    "CONNECTED_DEFAULT_AUTHORIZER",
                    "You connected the default authorizer, so another Financial Controller has to authorize."));
        }
        if (own.get().status() != BankConnection.Status.ACTIVE) {
            return Optional.of(
                    new Refused("CREDENTIALS_EXPIRED", "Your bank credentials have expired: reconnect them."));
        }
        return Optional.empty();
    }

    /** The credentials the person authorizes with. */
    BankConnection require(Scope scope, Person person, String bank) {
        refusal(scope, person, bank).ifPresent(refused -> {
            throw refused;
        });
        return connections
                .of(scope, person.id(), bank)
                .orElseThrow(() -> new Refused("NO_CREDENTIALS", "Connect bank credentials of your own first."));
    }
}
