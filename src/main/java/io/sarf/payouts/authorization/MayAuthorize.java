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
    private final AuthorizationWords words;

    MayAuthorize(Connections connections, AuthorizationWords words) {
        this.connections = connections;
        this.words = words;
    }

    /** Why the person may not, in the language of their page, or empty. */
    public Optional<Refused> refusal(Scope scope, Person person, String bank) {
        var own = connections.of(scope, person.id(), bank);
        if (own.isEmpty()) {
            return Optional.of(noCredentials());
        }
        if (own.get().defaultAuthorizer()) {
            return Optional.of(
                    new Refused("CONNECTED_DEFAULT_AUTHORIZER", words.messages().connectedDefault()));
        }
        if (own.get().held()) {
            return Optional.of(stillHeld());
        }
        if (own.get().status() != BankConnection.Status.ACTIVE) {
            return Optional.of(
                    new Refused("CREDENTIALS_EXPIRED", words.messages().credentialsExpired()));
        }
        return Optional.empty();
    }

    /** The credentials the person authorizes with. */
    BankConnection require(Scope scope, Person person, String bank) {
        refusal(scope, person, bank).ifPresent(refused -> {
            throw refused;
        });
        return connections.of(scope, person.id(), bank).orElseThrow(this::noCredentials);
    }

    /**
     * Asked again in the transaction that begins: whoever makes these credentials the default authorizer, with which the
     * bank would want no code, waits for it or was first.
     */
    void stay(Scope scope, BankConnection credentials) {
        var now = connections.kept(scope, credentials.id());
        if (now.defaultAuthorizer()) {
            throw new Refused("CONNECTED_DEFAULT_AUTHORIZER", words.messages().connectedDefault());
        }
        if (now.held()) {
            throw stillHeld();
        }
    }

    /** With credentials the bank still holds nobody would be asked for a code. */
    private Refused stillHeld() {
        return new Refused("STILL_HELD", words.messages().stillHeld());
    }

    private Refused noCredentials() {
        return new Refused("NO_CREDENTIALS", words.messages().noCredentials());
    }
}
