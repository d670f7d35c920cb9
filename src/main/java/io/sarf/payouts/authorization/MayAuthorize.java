package io.sarf.payouts.authorization;

import io.sarf.payouts.access.PayoutsAccess;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.FreshSignIn;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.team.Role;
import io.sarf.payouts.team.SignInTooOld;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * The rule for authorizing from the dashboard in every way. Pages use it to explain disabled buttons; the check in the
 * authorizing transaction, with the payouts locked, decides.
 */
@ApplicationScoped
public class MayAuthorize {
    public enum Way {
        /** With one's own credentials and a code from the bank. */
        CODE,
        /** Waiting payouts, with the default authorizer's credentials. */
        RELEASE,
        /** A payout being created, with the default authorizer's credentials. */
        AUTOMATIC,
        /** Confirms the payee although the bank knows the account by another name. */
        NAME
    }

    private enum Obstacle {
        NO_CONTROLLER,
        NOT_OPTED_IN,
        CONNECTED_DEFAULT_AUTHORIZER,
        NO_CREDENTIALS,
        STILL_RESERVED,
        CREDENTIALS_EXPIRED
    }

    private final Applications applications;
    private final Members members;
    private final PayoutsAccess access;
    private final Connections connections;
    private final FreshSignIn fresh;
    private final AuthorizationWords words;

    MayAuthorize(
            Applications applications,
            Members members,
            PayoutsAccess access,
            Connections connections,
            FreshSignIn fresh,
            AuthorizationWords words) {
        this.applications = applications;
        this.members = members;
        this.access = access;
        this.connections = connections;
        this.fresh = fresh;
        this.words = words;
    }

    public boolean secondPerson(Scope scope) {
        return applications.require(scope).secondPerson();
    }

    public Optional<Refused> refusal(Scope scope, Person person, String bank, Way way) {
        return obstacle(scope, person.id(), bank, way).map(obstacle -> refused(obstacle, way));
    }

    /**
     * In the caller's transaction except for {@link Way#CODE}.
     *
     * @param prepared payees of those payouts that this person prepared
     * @throws SignInTooOld if the person may, but must sign in again first
     */
    public void require(Scope scope, Person person, String bank, Way way, Collection<String> prepared) {
        refusal(scope, person, bank, way).ifPresent(refused -> {
            throw refused;
        });
        if (way != Way.CODE) {
            connections.of(scope, person.id(), bank).ifPresent(own -> stay(scope, own, way));
        }
        fresh.require(person);
        if (!prepared.isEmpty() && secondPerson(scope)) {
            throw new Refused(
                    "PREPARED", words.messages().prepared(prepared.iterator().next()));
        }
    }

    /** Whether an automatic payout needs no other person. The age of the sign-in was checked when it was marked. */
    public boolean needsNoPerson(Scope scope, UUID person, String bank) {
        return !secondPerson(scope)
                && obstacle(scope, person, bank, Way.AUTOMATIC).isEmpty();
    }

    BankConnection credentials(Scope scope, Person person, String bank) {
        return connections.of(scope, person.id(), bank).orElseThrow(() -> refused(Obstacle.NO_CREDENTIALS, Way.CODE));
    }

    /** In the transaction that begins, so that concurrent changes of the default authorizer come before or after it. */
    void stay(Scope scope, BankConnection credentials) {
        if (stay(scope, credentials, Way.CODE).reserved()) {
            throw refused(Obstacle.STILL_RESERVED, Way.CODE);
        }
    }

    private BankConnection stay(Scope scope, BankConnection credentials, Way way) {
        var now = connections.stored(scope, credentials.id());
        if (now.defaultAuthorizer()) {
            throw refused(Obstacle.CONNECTED_DEFAULT_AUTHORIZER, way);
        }
        return now;
    }

    private Optional<Obstacle> obstacle(Scope scope, UUID person, String bank, Way way) {
        if (members.grants(scope.application(), person)
                .filter(grants -> grants.has(Role.FINANCIAL_CONTROLLER))
                .isEmpty()) {
            return Optional.of(Obstacle.NO_CONTROLLER);
        }
        if (!access.optedIn(scope, person)) {
            return Optional.of(Obstacle.NOT_OPTED_IN);
        }
        var own = connections.of(scope, person, bank);
        if (own.filter(BankConnection::defaultAuthorizer).isPresent()) {
            return Optional.of(Obstacle.CONNECTED_DEFAULT_AUTHORIZER);
        }
        if (way != Way.CODE) {
            return Optional.empty();
        }
        if (own.isEmpty()) {
            return Optional.of(Obstacle.NO_CREDENTIALS);
        }
        // With reserved credentials the bank would ask nobody for a code.
        if (own.get().reserved()) {
            return Optional.of(Obstacle.STILL_RESERVED);
        }
        return own.get().status() == BankConnection.Status.ACTIVE
                ? Optional.empty()
                : Optional.of(Obstacle.CREDENTIALS_EXPIRED);
    }

    private Refused refused(Obstacle obstacle, Way way) {
        var messages = words.messages();
        var reason = switch (obstacle) {
            case NO_CONTROLLER -> messages.noController();
            case NOT_OPTED_IN -> messages.notOptedIn();
            case CONNECTED_DEFAULT_AUTHORIZER ->
                switch (way) {
                    case CODE -> messages.connectedDefault();
                    case RELEASE -> messages.connectedDefaultRelease();
                    case AUTOMATIC -> messages.connectedDefaultAutomatic();
                    case NAME -> messages.connectedDefaultName();
                };
            case NO_CREDENTIALS -> messages.noCredentials();
            case STILL_RESERVED -> messages.stillReserved();
            case CREDENTIALS_EXPIRED -> messages.credentialsExpired();
        };
        return new Refused(obstacle.name(), reason);
    }
}
