package io.sarf.payouts.connection;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.AccountsAnswer;
import io.sarf.payouts.bank.BankAccount;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For the client, the payment source and its accounts stay the same. Orders at the bank stay as they were queued. */
@ApplicationScoped
public class ChangeDefaultAuthorizer {
    /** Whether credentials may become the default authorizer. The connection is locked when it is asked. */
    public interface Rule {
        /** @throws io.sarf.payouts.platform.Refused if they may not at this moment */
        void check(Scope scope, ConnectionId credentials);
    }

    private record Pair(BankConnection before, BankConnection now) {
        boolean done() {
            return now.defaultAuthorizer() && !before.defaultAuthorizer();
        }
    }

    private final Banks banks;
    private final Connections connections;
    private final SourceAccounts accounts;
    private final ExpireCredentials expire;
    private final ReserveCredentials reserve;
    private final Rule rule;
    private final ConnectionNews news;
    private final Event<CredentialsEvent> events;
    private final EntityManager entities;
    private final Clock clock;

    ChangeDefaultAuthorizer(
            Banks banks,
            Connections connections,
            SourceAccounts accounts,
            ExpireCredentials expire,
            ReserveCredentials reserve,
            Rule rule,
            ConnectionNews news,
            Event<CredentialsEvent> events,
            EntityManager entities,
            Clock clock) {
        this.banks = banks;
        this.connections = connections;
        this.accounts = accounts;
        this.expire = expire;
        this.reserve = reserve;
        this.rule = rule;
        this.news = news;
        this.events = events;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Does nothing if it is done already; failed calls to reserve are repeated later. Not inside a transaction.
     *
     * @throws Refused {@code STALE} if the connections have changed since they were shown; {@code CREDENTIALS_EXPIRED},
     * {@code OTHER_ACCOUNTS} or {@code NO_ANSWER} after the bank's answer, with nothing changed
     */
    public void passOn(Scope scope, ConnectionId from, ConnectionId to, String reason, Actor by) {
        var both = connections.those(scope, List.of(from, to));
        var shown = check(new Pair(require(both, from), require(both, to)));
        var opened = shown.done() ? List.<BankAccount>of() : accounts(scope, shown);
        var changed = change(scope, from, to, opened, reason, by);
        reserve.now(scope, changed.now());
        reserve.end(scope, changed.before());
    }

    private List<BankAccount> accounts(Scope scope, Pair pair) {
        var answer = banks.find(pair.now().bank())
                .orElseThrow(() -> new Missing("bank"))
                .accounts(connections.credentials(pair.now()));
        expire.ifRejected(pair.now(), answer);
        if (answer.credentialsExpired()) {
            throw new Refused("CREDENTIALS_EXPIRED", "The bank does not take these credentials any more.");
        }
        if (!(answer instanceof AccountsAnswer.Accounts listed)) {
            throw new Refused("NO_ANSWER", "The bank did not answer.");
        }
        var seen = listed.accounts().stream().map(BankAccount::id).collect(Collectors.toSet());
        if (!accounts.of(scope, pair.before().id()).stream()
                .allMatch(account -> seen.contains(account.bankAccount()))) {
            throw new Refused("OTHER_ACCOUNTS", "These credentials do not see all of the accounts.");
        }
        return listed.accounts();
    }

    @Retried
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Pair change(Scope scope, ConnectionId from, ConnectionId to, List<BankAccount> opened, String reason, Actor by) {
        var pair = check(locked(scope, from, to));
        if (pair.done()) {
            return pair;
        }
        rule.check(scope, to);
        pair.before().stepsDown(clock.instant());
        // A unique key allows one default authorizer for each bank, so the first must be written before the second.
        entities.flush();
        pair.now().succeeds(pair.before());
        news.passedOn(pair.before(), pair.now(), reason, by);
        entities.flush();
        accounts.store(scope, pair.now(), opened);
        events.fire(new CredentialsEvent.PassedOn(scope, from, to));
        return pair;
    }

    private static BankConnection require(Map<ConnectionId, BankConnection> some, ConnectionId id) {
        return Optional.ofNullable(some.get(id)).orElseThrow(() -> new Missing("bank connection"));
    }

    /** Locks in the order of the ids, so that two opposite changes cannot deadlock. */
    private Pair locked(Scope scope, ConnectionId from, ConnectionId to) {
        Stream.of(from, to)
                .sorted(Comparator.comparing(ConnectionId::value))
                .forEach(id -> connections.locked(scope, id));
        return new Pair(connections.require(scope, from), connections.require(scope, to));
    }

    private static Pair check(Pair pair) {
        var possible = pair.before().defaultAuthorizer()
                && !pair.now().defaultAuthorizer()
                && pair.now().status() == BankConnection.Status.ACTIVE
                && pair.now().bank().equals(pair.before().bank());
        if (!possible && !(pair.done() && pair.now().bank().equals(pair.before().bank()))) {
            throw new Refused("STALE", "It does not stand as it was shown.");
        }
        return pair;
    }
}
