package io.sarf.payouts.bulk;

import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.connection.SourceAccount;
import io.sarf.payouts.connection.SourceAccounts;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Announcement;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.payout.ApiStatus;
import io.sarf.payouts.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional
class BulkPayments {
    @ApplicationScoped
    static class Rows implements ScopedRows<BulkPayment> {}

    private final Rows rows;
    private final PayoutsOfBulk payouts;
    private final SourceAccounts accounts;
    private final Applications applications;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    BulkPayments(
            Rows rows,
            PayoutsOfBulk payouts,
            SourceAccounts accounts,
            Applications applications,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.payouts = payouts;
        this.accounts = accounts;
        this.applications = applications;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    Optional<BulkView> find(Scope scope, UUID id) {
        return rows.one(scope, id).map(bulk -> view(scope, bulk));
    }

    Optional<Integer> size(Scope scope, UUID id) {
        return rows.one(scope, id).map(BulkPayment::totalPayments);
    }

    /** Not stored yet. */
    BulkPayment unsaved(Scope scope, SourceAccount from, Money total, int payments) {
        return new BulkPayment(ids.next(), scope, from, total, payments, clock.instant());
    }

    /** Flushes: its payouts, which are written past the session, refer to it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void add(Scope scope, BulkPayment bulk, Actor by) {
        rows.persistAndFlush(bulk);
        journal.record(Change.of(Chain.of(scope), "bulk_payment.created", subject(bulk, 0), by)
                .with("amount", bulk.total().getAmount())
                .with("currency", bulk.total().getCurrencyUnit().getCode())
                .with("payments", bulk.totalPayments())
                .with("account", bulk.sourceAccount().value())
                .announcing(
                        announcement("created", "A bulk payment has been created.", bulk, countsWhenCreated(bulk))));
    }

    private static Map<ApiStatus, Long> countsWhenCreated(BulkPayment bulk) {
        return Map.of(ApiStatus.AWAITING_AUTHORIZATION, (long) bulk.totalPayments());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void look(Scope scope, UUID id) {
        var bulk = rows.within(scope, "id = ?1", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
        var counts = payouts.counts(scope, id);
        var now = BulkStatus.of(counts);
        if (now == bulk.status()) {
            return;
        }
        var before = bulk.status();
        bulk.stands(now, clock.instant());
        journal.record(
                Change.of(Chain.of(scope), "bulk_payment.changed", subject(bulk, bulk.version() + 1), Actor.SYSTEM)
                        .with("from", before)
                        .with("to", now)
                        .announcing(announcement("updated", "A bulk payment has been updated.", bulk, counts)));
    }

    static BulkView created(BulkPayment bulk, SourceAccount from) {
        return BulkView.of(bulk, from, named(countsWhenCreated(bulk)));
    }

    private BulkView view(Scope scope, BulkPayment bulk) {
        return BulkView.of(
                bulk, accounts.require(scope, bulk.sourceAccount()), named(payouts.counts(scope, bulk.id())));
    }

    private Announcement announcement(String what, String message, BulkPayment bulk, Map<ApiStatus, Long> counts) {
        Map<String, @Nullable Object> payload = new LinkedHashMap<>();
        payload.put("id", bulk.id());
        payload.put("customer_id", applications.require(bulk.scope()).customer());
        payload.put("status", bulk.status());
        payload.put("currency", bulk.total().getCurrencyUnit().getCode());
        payload.put("total_amount", bulk.total().getAmount());
        payload.put("total_payments", bulk.totalPayments());
        payload.put("counts", named(counts));
        return new Announcement("bulk_payment_intent." + what, message, payload);
    }

    private static Change.Subject subject(BulkPayment bulk, long version) {
        return new Change.Subject("bulk_payment", bulk.id(), version);
    }

    /** Includes the statuses without payouts, so that clients find every name. */
    private static Map<String, Long> named(Map<ApiStatus, Long> counts) {
        var named = new LinkedHashMap<String, Long>();
        for (var status : ApiStatus.values()) {
            named.put(status.name(), counts.getOrDefault(status, 0L));
        }
        return named;
    }
}
