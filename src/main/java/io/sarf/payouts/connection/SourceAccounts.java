package io.sarf.payouts.connection;

import io.quarkus.panache.common.Sort;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.PaddedInList;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.bank.AccountsAnswer;
import io.sarf.payouts.bank.BankAccount;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Missing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

@ApplicationScoped
@Transactional
public class SourceAccounts {
    public record Source(SourceAccount account, BankConnection connection) {}

    @ApplicationScoped
    static class Rows implements ScopedRows<SourceAccount> {}

    private final Rows rows;
    private final EntityManager entities;
    private final Connections connections;
    private final Banks banks;
    private final ExpireCredentials expire;
    private final Ids ids;
    private final Clock clock;

    SourceAccounts(
            Rows rows,
            EntityManager entities,
            Connections connections,
            Banks banks,
            ExpireCredentials expire,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.entities = entities;
        this.connections = connections;
        this.banks = banks;
        this.expire = expire;
        this.ids = ids;
        this.clock = clock;
    }

    public Optional<SourceAccount> find(Scope scope, AccountId id) {
        return rows.one(scope, id.value());
    }

    public SourceAccount require(Scope scope, AccountId id) {
        return find(scope, id).orElseThrow(() -> new Missing("account"));
    }

    /** Reads those of several applications at once, so that {@link #require} finds them in this transaction. */
    @AcrossApplications
    @Transactional(Transactional.TxType.MANDATORY)
    public void load(Set<AccountId> ids) {
        PaddedInList.find(
                entities,
                SourceAccount.class,
                ids.stream().map(AccountId::value).toList());
    }

    /** In one query, without accounts of removed connections. */
    public Map<AccountId, Source> sources(Scope scope, Collection<AccountId> ids) {
        return bySource(PaddedInList.rows(
                scope,
                ids.stream().map(AccountId::value).toList(),
                in -> entities.createQuery(
                        "select a, c from SourceAccount a join BankConnection c on c.id = a.connection"
                                + " where a.id in (" + in + ") and a.scope.application = :application"
                                + " and a.scope.environment = :environment and c.status <> 'REMOVED'",
                        Object[].class)));
    }

    /** Accounts of several applications, in one query. */
    @AcrossApplications
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<AccountId, Source> sources(Set<AccountId> ids) {
        return bySource(PaddedInList.rows(
                ids.stream().map(AccountId::value).toList(),
                in -> entities.createQuery(
                        "select a, c from SourceAccount a join BankConnection c on c.id = a.connection"
                                + " where a.id in (" + in + ") and c.status <> 'REMOVED'",
                        Object[].class)));
    }

    private static Map<AccountId, Source> bySource(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new Source((SourceAccount) row[0], (BankConnection) row[1]))
                .collect(Collectors.toMap(source -> source.account().id(), source -> source));
    }

    /** The accounts of all applications that are connected to this account of the bank. */
    @AcrossApplications
    public List<SourceAccount> atBank(String bank, String bankAccount) {
        return rows.find("bank = ?1 and bankAccount = ?2", bank, bankAccount).list();
    }

    public List<SourceAccount> all(Scope scope) {
        return rows.within(
                        scope,
                        Sort.by("bank", "name"),
                        "connection in (select id from BankConnection where status <> 'REMOVED')")
                .list();
    }

    List<SourceAccount> of(Scope scope, ConnectionId connection) {
        return rows.within(scope, "connection = ?1", connection).list();
    }

    /** Without an answer the stored balance stays. Not inside a transaction. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void refresh(Scope scope) {
        for (var connection : connections.defaultAuthorizers(scope)) {
            if (connection.expired()) {
                continue;
            }
            var answer = banks.find(connection.bank())
                    .map(bank -> bank.accounts(connections.credentials(connection)))
                    .orElseGet(AccountsAnswer.Unknown::new);
            if (answer instanceof AccountsAnswer.Accounts listed) {
                store(scope, connection, listed.accounts());
            }
            expire.ifRejected(connection, answer);
        }
    }

    /** Does nothing if the connection is no longer the default authorizer. */
    @Transactional
    void store(Scope scope, BankConnection connection, List<BankAccount> listed) {
        if (!connections.locked(scope, connection.id()).defaultAuthorizer()) {
            return;
        }
        var known = rows.all(scope, Sort.by("bank", "name"));
        var now = clock.instant();
        for (var account : listed) {
            known.stream()
                    .filter(one -> one.bank().equals(connection.bank())
                            && one.bankAccount().equals(account.id()))
                    .findFirst()
                    .ifPresentOrElse(
                            one -> one.refreshed(connection.id(), account.balance(), now),
                            () -> rows.persist(new SourceAccount(
                                    new AccountId(ids.next()),
                                    scope,
                                    connection.id(),
                                    connection.bank(),
                                    account,
                                    now)));
        }
    }
}
