package io.sarf.payouts.quarantine;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.connection.AccountId;
import io.sarf.payouts.connection.SourceAccount;
import io.sarf.payouts.connection.SourceAccounts;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Orders at a bank that no payout has or that cannot be recorded: a failover may have lost the commit. Nothing is sent
 * from such an account until a person clears it.
 */
@ApplicationScoped
@Transactional
public class Quarantine {
    private static final Logger LOG = Logger.getLogger(Quarantine.class);

    /** @param bankSays the bank's status of the order when it was found, for example {@code QUEUED} */
    public record Entry(
            UUID id, Scope scope, String bank, String iban, String reference, String bankSays, Instant seenAt) {}

    @ApplicationScoped
    static class Rows implements ScopedRows<QuarantinedOrder> {}

    private final Rows rows;
    private final SourceAccounts accounts;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Quarantine(Rows rows, SourceAccounts accounts, Journal journal, Ids ids, Clock clock) {
        this.rows = rows;
        this.accounts = accounts;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** Adds the order in every application that pays from the account. */
    @AcrossApplications
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(String bank, String bankAccount, OurReference reference, OrderStatus status) {
        for (var account : accounts.atBank(bank, bankAccount)) {
            var known = rows.within(account.scope(), "reference = ?1 and sourceAccount = ?2", reference, account.id())
                    .count();
            if (known == 0) {
                add(account, reference, status.getClass().getSimpleName());
            }
        }
    }

    private void add(SourceAccount account, OurReference reference, String bankSays) {
        var order = new QuarantinedOrder(ids.next(), account, reference, bankSays, clock.instant());
        rows.persist(order);
        journal.record(
                Change.of(Chain.of(account.scope()), "order.quarantined", subject(order, 0), Actor.bank(account.bank()))
                        .with("reference", reference.value())
                        .with("account", account.id().value())
                        .with("bank_says", bankSays));
        LOG.errorf(
                "%s has an order %s of account %s that our books do not have: nothing is sent from it any more",
                account.bank(), reference, account.id());
    }

    /** Which of these accounts nothing is sent from; of several applications. */
    @AcrossApplications
    public Set<AccountId> blocked(Set<AccountId> accounts) {
        return rows.find("sourceAccount in ?1 and clearedAt is null", accounts).stream()
                .map(QuarantinedOrder::sourceAccount)
                .collect(Collectors.toSet());
    }

    public boolean blocksAny(Scope scope) {
        return rows.within(scope, "clearedAt is null").count() > 0;
    }

    /** Orders that wait for a person, oldest first, 100 at most. */
    @AcrossApplications
    public List<Entry> open() {
        return rows.find("clearedAt is null order by seenAt").page(0, 100).stream()
                .map(order -> new Entry(
                        order.id(),
                        order.scope(),
                        order.bank(),
                        accounts.require(order.scope(), order.sourceAccount()).iban(),
                        order.reference().value(),
                        order.bankSays(),
                        order.seenAt()))
                .toList();
    }

    /** @throws Refused STALE if the order is already cleared */
    @AcrossApplications
    @Retried
    public void clear(UUID id, String reason, Actor by) {
        var order = rows.findByIdOptional(id).orElseThrow(() -> new Missing("quarantined order"));
        if (!order.open()) {
            throw new Refused("STALE", "It is cleared already.");
        }
        order.clear(by.name(), reason, clock.instant());
        journal.record(Change.of(Chain.of(order.scope()), "order.cleared", subject(order, 1), by)
                .with("reference", order.reference().value())
                .with("reason", reason));
    }

    private static Change.Subject subject(QuarantinedOrder order, long version) {
        return new Change.Subject("quarantined_order", order.id(), version);
    }
}
