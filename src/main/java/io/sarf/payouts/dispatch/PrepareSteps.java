package io.sarf.payouts.dispatch;

import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.SentOrder;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutTasks;
import io.sarf.payouts.payout.Payouts;
import io.sarf.payouts.work.Background;
import io.sarf.payouts.work.Lease;
import io.sarf.payouts.work.Locking;
import io.sarf.payouts.work.Retried;
import io.sarf.payouts.work.WorkTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides what claimed payouts need next and commits the intents, in one transaction for all. */
@ApplicationScoped
class PrepareSteps {
    private record AtBank(Scope scope, String bank) {}

    /**
     * @param calls the calls to make
     * @param skipped leases of payouts that another transaction has locked
     */
    record Prepared(Map<Lease, Step.Call> calls, List<Lease> skipped) {}

    private final Payouts payouts;
    private final PayoutTasks tasks;
    private final Connections connections;
    private final SendPayouts sender;
    private final Clock clock;

    PrepareSteps(Payouts payouts, PayoutTasks tasks, Connections connections, SendPayouts sender, Clock clock) {
        this.payouts = payouts;
        this.tasks = tasks;
        this.connections = connections;
        this.sender = sender;
        this.clock = clock;
    }

    /** Tasks that need no call are released; those whose lease is lost are left out. */
    @AcrossApplications
    @Background
    @Retried
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Prepared prepare(List<Lease> leases, Locking locking) {
        var owned = tasks.owned(leases, locking);
        var found = load(owned.due());
        var sending = sender.load(found.values());
        var defaults = new HashMap<AtBank, Optional<BankConnection>>();
        var calls = new LinkedHashMap<Lease, Step.Call>();
        var waiting = new ArrayList<WorkTable.Release>();
        found.forEach((lease, payout) -> {
            var step = next(lease, payout, sending, defaults);
            if (step instanceof Step.Call call) {
                calls.put(lease, call);
            } else if (step instanceof Step.Wait rest) {
                waiting.add(new WorkTable.Release(lease, rest.until(), false));
            }
        });
        tasks.release(waiting);
        return new Prepared(calls, owned.skipped());
    }

    /** Stores what went wrong with a claimed payout. Throws nothing. */
    @AcrossApplications
    void failed(Lease lease, Throwable fault) {
        tasks.table().failed(lease, fault);
    }

    @AcrossApplications
    private Map<Lease, Payout> load(List<Lease> owned) {
        var rows = payouts.those(owned.stream().map(Lease::work).toList());
        connections.load(rows.values().stream().map(Payout::connection).collect(Collectors.toSet()));
        var found = new LinkedHashMap<Lease, Payout>();
        owned.forEach(lease -> found.put(lease, Objects.requireNonNull(rows.get(lease.work()))));
        return found;
    }

    private Step next(
            Lease lease, Payout payout, SendPayouts.Loaded sending, Map<AtBank, Optional<BankConnection>> defaults) {
        return switch (payout.status()) {
            case CREATED -> sender.send(payout, sending);
            case QUEUEING, PENDING_WITH_BANK -> lookUp(payout);
            case AUTHORIZING ->
                payout.flow().toBeAuthorized()
                        ? authorize(lease, payout, defaultAuthorizer(payout, defaults))
                        : lookUp(payout);
            case CANCELLING -> cancel(payout, defaultAuthorizer(payout, defaults));
            case ACCEPTED_BY_BANK -> payout.state().outcome() == null ? lookUp(payout) : new Step.Wait(null);
            case AWAITING_AUTHORIZATION, FAILED, AUTHORIZATION_FAILED, CANCELLED -> new Step.Wait(null);
        };
    }

    private Step authorize(Lease lease, Payout payout, Optional<BankConnection> authorizer) {
        payout.authorizing(clock.instant());
        // Only the default authorizer's credentials authorize without a person, even if others queued the order.
        // Without them the order's status decides: it may await another authorizer at the bank.
        return authorizer
                .filter(BankConnection::usable)
                .<Step>map(connection ->
                        new Step.Authorize(connection, payout.orderAtBank().reference(), lease.attempt() > 1))
                .orElseGet(() -> lookUp(payout));
    }

    private Step cancel(Payout payout, Optional<BankConnection> authorizer) {
        var own = connections.require(payout.scope(), payout.connection());
        var connection = own.usable() ? own : authorizer.orElse(own);
        return connection.usable()
                ? new Step.Cancel(connection, payout.orderAtBank().reference())
                : lookUp(payout);
    }

    private static Step lookUp(Payout payout) {
        var sentAt = payout.orderAtBank().calledAt();
        return new Step.LookUp(
                new SentOrder(payout.orderAtBank().reference(), sentAt == null ? payout.createdAt() : sentAt));
    }

    private Optional<BankConnection> defaultAuthorizer(Payout payout, Map<AtBank, Optional<BankConnection>> known) {
        return known.computeIfAbsent(
                new AtBank(payout.scope(), payout.bank()), at -> connections.defaultAuthorizer(at.scope(), at.bank()));
    }
}
