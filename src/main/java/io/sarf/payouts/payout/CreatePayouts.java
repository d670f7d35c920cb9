package io.sarf.payouts.payout;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.connection.SourceAccounts;
import io.sarf.payouts.destination.Destinations;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Takes a payout on: its row, the task of taking it further and the journal entry, together or not at all. */
@ApplicationScoped
class CreatePayouts {
    private final Payouts payouts;
    private final PayoutTasks tasks;
    private final SourceAccounts accounts;
    private final Destinations destinations;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    CreatePayouts(
            Payouts payouts,
            PayoutTasks tasks,
            SourceAccounts accounts,
            Destinations destinations,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.payouts = payouts;
        this.tasks = tasks;
        this.accounts = accounts;
        this.destinations = destinations;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** Several at once: all of them, or none. */
    @Retried
    @Transactional
    List<Payout> all(Scope scope, List<NewPayout> wanted, Actor by) {
        return wanted.stream()
                .map(one -> add(scope, new PayoutId(ids.next()), one, by))
                .toList();
    }

    /**
     * @param id names the payout; the same id twice is one payout, and the second call sees the first's
     * @param wanted without faults
     */
    @Retried
    @Transactional
    Payout create(Scope scope, PayoutId id, NewPayout wanted, Actor by) {
        return payouts.find(scope, id).orElseGet(() -> add(scope, id, wanted, by));
    }

    private Payout add(Scope scope, PayoutId id, NewPayout wanted, Actor by) {
        var payout = new Payout(
                id,
                ids.next(),
                scope,
                accounts.require(scope, wanted.account()),
                destinations.require(scope, wanted.destination()),
                wanted,
                by);
        payout.createdAt(clock.instant());
        payouts.add(scope, payout);
        tasks.add(scope, payout);
        journal.record(Change.of(Chain.of(scope), "payout.created", MovePayout.subject(payout), by)
                .with("to", payout.standing().toString())
                .with("recipient", payout.recipientName())
                .with("iban", payout.recipientIban())
                .with("amount", payout.amount().getAmount())
                .with("currency", payout.amount().getCurrencyUnit().getCode())
                .with("account", payout.sourceAccount().value())
                .with("automatic", payout.automatic()));
        return payout;
    }
}
