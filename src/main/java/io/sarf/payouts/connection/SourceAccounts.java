package io.sarf.payouts.connection;

import io.quarkus.panache.common.Sort;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.bank.AccountsAnswer;
import io.sarf.payouts.bank.BankAccount;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Missing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The accounts money can leave from. */
@ApplicationScoped
@Transactional
public class SourceAccounts {
    @ApplicationScoped
    static class Rows implements ScopedRows<SourceAccount> {}

    private final Rows rows;
    private final Connections connections;
    private final Banks banks;
    private final Ids ids;
    private final Clock clock;

    SourceAccounts(Rows rows, Connections connections, Banks banks, Ids ids, Clock clock) {
        this.rows = rows;
        this.connections = connections;
        this.banks = banks;
        this.ids = ids;
        this.clock = clock;
    }

    public Optional<SourceAccount> find(Scope scope, AccountId id) {
        return rows.one(scope, id.value());
    }

    public SourceAccount require(Scope scope, AccountId id) {
        return find(scope, id).orElseThrow(() -> new Missing("account"));
    }

    /** Those of connections that are not removed. */
    public List<SourceAccount> all(Scope scope) {
        return rows.within(
                        scope,
                        Sort.by("bank", "name"),
                        "connection in (select id from BankConnection where status <> 'REMOVED')")
                .list();
    }

    /** Asks the bank for today's balances; what it does not answer stays as it was. Not inside a transaction. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void refresh(Scope scope) {
        for (var connection : connections.defaultAuthorizers(scope)) {
            var answer = banks.find(connection.bank())
                    .map(bank -> bank.accounts(connections.credentials(connection)))
                    .orElseGet(AccountsAnswer.Unknown::new);
            if (answer instanceof AccountsAnswer.Accounts told) {
                store(scope, connection, told.accounts());
            }
        }
    }

    /** Takes over what the bank told of its accounts: new ones are added, known ones get their balance. */
    @Transactional
    void store(Scope scope, BankConnection connection, List<BankAccount> told) {
        var known = rows.all(scope, Sort.by("bank", "name"));
        var now = clock.instant();
        for (var account : told) {
            known.stream()
                    .filter(one -> one.bank().equals(connection.bank())
                            && one.bankAccount().equals(account.id()))
                    .findFirst()
                    .ifPresentOrElse(
                            one -> one.told(connection.id(), account.balance(), now),
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
