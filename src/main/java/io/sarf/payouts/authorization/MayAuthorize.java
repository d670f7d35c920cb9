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
 * The one rule for letting payouts go from the dashboard, whatever the way: a Financial Controller who opted in and signed in
 * recently, who did not connect the default authorizer, and who prepared none of the payouts where a second person is asked for.
 * Pages ask it to show why a button is disabled; what counts is the answer in the transaction that lets go, with the payouts
 * locked.
 */
@ApplicationScoped
public class MayAuthorize {
    /** How payouts are let go. */
    public enum Way {
        /** With credentials of one's own and a code of the bank. */
        CODE,
        /** Payouts that wait, with the default authorizer's credentials. */
        RELEASE,
        /** A payout that is being created, with the default authorizer's credentials. */
        AUTOMATIC,
        /** Saying that a payee is the right one although the bank knows the account by another name. */
        NAME
    }

    private enum Obstacle {
        NO_CONTROLLER,
        NOT_OPTED_IN,
        CONNECTED_DEFAULT_AUTHORIZER,
        NO_CREDENTIALS,
        STILL_HELD,
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

    /** Whether whoever prepared a payout may not let it go. */
    public boolean secondPerson(Scope scope) {
        return applications.require(scope).secondPerson();
    }

    /** Why the person may let nothing go this way at this bank, in the language of their page; empty when they may. */
    public Optional<Refused> refusal(Scope scope, Person person, String bank, Way way) {
        return obstacle(scope, person.id(), bank, way).map(obstacle -> refused(obstacle, way));
    }

    /**
     * The whole rule; but for {@link Way#CODE} in the caller's transaction.
     *
     * @param prepared who is paid by those of the payouts that this person prepared
     * @throws Refused when the person may not
     * @throws SignInTooOld when they may, and have to sign in again before
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

    /**
     * Whether what a person marked to be authorized automatically goes without anybody else, decided when the bank has taken
     * it. How fresh the sign-in was counted when it was marked.
     */
    public boolean goesAlone(Scope scope, UUID person, String bank) {
        return !secondPerson(scope)
                && obstacle(scope, person, bank, Way.AUTOMATIC).isEmpty();
    }

    /** The credentials of their own that the person authorizes with. */
    BankConnection credentials(Scope scope, Person person, String bank) {
        return connections.of(scope, person.id(), bank).orElseThrow(() -> refused(Obstacle.NO_CREDENTIALS, Way.CODE));
    }

    /**
     * Asked in the transaction that begins: whoever makes these credentials the default authorizer, with which the bank would
     * want no code, waits for it or was first.
     */
    void stay(Scope scope, BankConnection credentials) {
        if (stay(scope, credentials, Way.CODE).reserved()) {
            throw refused(Obstacle.STILL_HELD, Way.CODE);
        }
    }

    private BankConnection stay(Scope scope, BankConnection credentials, Way way) {
        var now = connections.kept(scope, credentials.id());
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
        // With credentials that the bank still holds nobody would be asked for a code.
        if (own.get().reserved()) {
            return Optional.of(Obstacle.STILL_HELD);
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
            case STILL_HELD -> messages.stillHeld();
            case CREDENTIALS_EXPIRED -> messages.credentialsExpired();
        };
        return new Refused(obstacle.name(), reason);
    }
}
