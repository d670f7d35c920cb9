package io.sarf.payouts.payout;

import io.sarf.payouts.access.PayoutsDoor;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Who may let payouts be authorized by the default authorizer: with the feature enabled, every Financial Controller but the one
 * who connected it, since then one person alone would pay.
 */
@ApplicationScoped
public class MayRelease {
    private final PayoutsDoor door;
    private final Connections connections;
    private final PayoutWords words;

    MayRelease(PayoutsDoor door, Connections connections, PayoutWords words) {
        this.door = door;
        this.connections = connections;
        this.words = words;
    }

    /** Whether there is such a thing here at all. */
    public boolean offered(Scope scope) {
        return door.onDemand(scope);
    }

    /** Why the person may not at this bank, in the language of their page, or empty. */
    public Optional<Refused> refusal(Scope scope, Person person, String bank) {
        if (!offered(scope)) {
            return Optional.of(new Refused("NOT_ENABLED", words.messages().releaseNotEnabled()));
        }
        return connections
                .of(scope, person.id(), bank)
                .filter(BankConnection::defaultAuthorizer)
                .map(own -> new Refused(
                        "CONNECTED_DEFAULT_AUTHORIZER", words.messages().releaseConnectedDefault()));
    }

    public void require(Scope scope, Person person, String bank) {
        refusal(scope, person, bank).ifPresent(refused -> {
            throw refused;
        });
    }

    /** Why they may at none of the banks; empty when they may at one of them, or where it is not offered. */
    Optional<Refused> refusal(Scope scope, Person person) {
        var refusals = connections.defaultAuthorizers(scope).stream()
                .map(source -> refusal(scope, person, source.bank()))
                .toList();
        return refusals.isEmpty() || refusals.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : refusals.get(0);
    }
}
