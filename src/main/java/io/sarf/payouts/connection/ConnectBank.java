package io.sarf.payouts.connection;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.availability.BankSwitches;
import io.sarf.payouts.bank.Bank;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.bank.ConnectAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks the bank first, then stores the connection, or nothing. */
@ApplicationScoped
class ConnectBank {
    sealed interface Step {
        record Connected(BankConnection connection) implements Step {}

        /** The existing connection, with credentials that the bank accepts. */
        record Renewed(BankConnection connection) implements Step {}

        record OtpNeeded(UUID attempt) implements Step {}

        record Refused(ConnectAnswer.@Nullable Why why) implements Step {}
    }

    private final Banks banks;
    private final BankSwitches switches;
    private final Connections connections;
    private final SourceAccounts accounts;
    private final ConnectionAttempts attempts;
    private final RenewCredentials renew;
    private final ReserveCredentials reserve;
    private final ConnectionNews news;
    private final Ids ids;
    private final Clock clock;

    ConnectBank(
            Banks banks,
            BankSwitches switches,
            Connections connections,
            SourceAccounts accounts,
            ConnectionAttempts attempts,
            RenewCredentials renew,
            ReserveCredentials reserve,
            ConnectionNews news,
            Ids ids,
            Clock clock) {
        this.banks = banks;
        this.switches = switches;
        this.connections = connections;
        this.accounts = accounts;
        this.attempts = attempts;
        this.renew = renew;
        this.reserve = reserve;
        this.news = news;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param asDefault whether the page said that these credentials become the default authorizer
     * @throws Refused if that has changed, the person has connected this bank already, or the company has disabled it
     */
    Step begin(Scope scope, Person person, String identifier, Credentials credentials, boolean asDefault) {
        var bank = bank(scope, identifier);
        check(scope, person, identifier, asDefault);
        var answer = bank.connect(credentials);
        if (answer instanceof ConnectAnswer.OtpNeeded needed) {
            return new Step.OtpNeeded(attempts.open(scope, person, identifier, asDefault, credentials, needed));
        }
        return finish(scope, person, bank, credentials, asDefault, answer);
    }

    Step answer(Scope scope, Person person, UUID attemptId, String otp) {
        var attempt = attempts.require(scope, person, attemptId);
        var bank = bank(scope, attempt.bank());
        var credentials = connections.opened(attempt.credentials(), BankConnection.placeOf(scope, attempt.id()));
        var answer = bank.completeConnect(attempt.challenge(), otp);
        if (answer instanceof ConnectAnswer.Refused refused && refused.why() == ConnectAnswer.Why.WRONG_OTP) {
            attempts.wrong(scope, person, attemptId);
            return new Step.Refused(refused.why());
        }
        attempts.close(scope, person, attemptId);
        var renews = attempt.renews();
        if (renews != null) {
            return renew.finish(scope, person, renews, credentials, answer);
        }
        return finish(scope, person, bank, credentials, attempt.asDefault(), answer);
    }

    private Bank bank(Scope scope, String identifier) {
        return banks.find(identifier, scope.sandbox()).orElseThrow(() -> new Missing("bank"));
    }

    private void check(Scope scope, Person person, String bank, boolean asDefault) {
        if (connections.of(scope, person.id(), bank).isPresent()) {
            throw new Refused("ALREADY_CONNECTED", "You have connected this bank already: one login per person.");
        }
        checkOn(scope, bank);
        if (connections.defaultAuthorizer(scope, bank).isEmpty() != asDefault) {
            throw notWhatWasShown();
        }
    }

    /** Checked at the start and again after the bank's answer, because the code may take a while. */
    private void checkOn(Scope scope, String bank) {
        if (!switches.on(scope, bank)) {
            throw new Refused("SWITCHED_OFF", "Your company has switched this bank off.");
        }
    }

    private Step finish(
            Scope scope, Person person, Bank bank, Credentials credentials, boolean asDefault, ConnectAnswer answer) {
        var refused = refusal(answer);
        if (refused != null) {
            return refused;
        }
        var connected = (ConnectAnswer.Connected) answer;
        var connection = store(scope, person, bank, credentials, asDefault, connected);
        reserve.now(scope, connection);
        return new Step.Connected(connection);
    }

    /** @throws Refused if the bank user may not authorize */
    static Step.@Nullable Refused refusal(ConnectAnswer answer) {
        if (answer instanceof ConnectAnswer.Refused refused) {
            return new Step.Refused(refused.why());
        }
        if (!(answer instanceof ConnectAnswer.Connected connected)) {
            return new Step.Refused(null);
        }
        if (!connected.authorizer()) {
            throw new Refused(
                    "NOT_AN_AUTHORIZER",
                    "These credentials have no Authorizer permission at the bank. Connect credentials that have it.");
        }
        return null;
    }

    private BankConnection store(
            Scope scope,
            Person person,
            Bank bank,
            Credentials credentials,
            boolean asDefault,
            ConnectAnswer.Connected connected) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                checkOn(scope, bank.profile().identifier());
                var id = new ConnectionId(ids.next());
                var connection =
                        new BankConnection(id, ids.next(), scope, bank.profile().identifier(), person, clock.instant());
                connection.connected(
                        connected.bankUser(),
                        connected.displayName(),
                        connections.sealed(credentials, connection.place()),
                        asDefault);
                connections.add(scope, connection);
                if (asDefault) {
                    accounts.store(scope, connection, connected.accounts());
                }
                news.connected(scope, connection, person.actor());
                return connection;
            });
        } catch (PersistenceException e) {
            throw refusal(e);
        }
    }

    /** Three unique keys detect conflicts between concurrent requests. */
    private static RuntimeException refusal(PersistenceException e) {
        var key = String.valueOf(e.getMessage());
        if (key.contains("one_default_authorizer")) {
            return notWhatWasShown();
        } else if (key.contains("one_connection_per_bank_user")) {
            return new Refused(
                    "CREDENTIALS_IN_USE", "These bank credentials are connected already, here or elsewhere.");
        } else if (key.contains("one_connection_per_person")) {
            return new Refused("ALREADY_CONNECTED", "You have connected this bank already: one login per person.");
        }
        return e;
    }

    private static Refused notWhatWasShown() {
        return new Refused(
                "DEFAULT_AUTHORIZER_CHANGED",
                "Somebody else was faster, so these credentials would now be something else than you were told."
                        + " Read the page again and decide anew.");
    }
}
