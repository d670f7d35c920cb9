package io.sarf.payouts.bulk;

import io.sarf.payouts.application.AcrossApplications;
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
import io.sarf.payouts.work.Lease;
import io.sarf.payouts.work.Retried;
import io.sarf.payouts.work.WorkTable;
import io.sarf.payouts.workqueue.WorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional
class BulkPayments implements WorkQueue {
    @ApplicationScoped
    static class Rows implements ScopedRows<BulkPayment> {}

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 50;

    private final Rows rows;
    private final WorkTable table;
    private final PayoutsOfBulk payouts;
    private final SourceAccounts accounts;
    private final Applications applications;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    BulkPayments(
            Rows rows,
            EntityManager entities,
            PayoutsOfBulk payouts,
            SourceAccounts accounts,
            Applications applications,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.table = new WorkTable("bulk_payment", entities);
        this.payouts = payouts;
        this.accounts = accounts;
        this.applications = applications;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Name name() {
        return Name.BULK_PAYMENT;
    }

    @Override
    public WorkTable table() {
        return table;
    }

    @Override
    @AcrossApplications
    public Optional<About> about(UUID work) {
        return rows.findByIdOptional(work)
                .map(bulk -> new About(Chain.of(bulk.scope()), subject(bulk, bulk.version())));
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

    /** Payouts of these have changed. */
    @Transactional(Transactional.TxType.MANDATORY)
    void changed(Scope scope, List<UUID> bulks) {
        table.wake(bulks, clock.instant());
    }

    @AcrossApplications
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Lease> claim() {
        return table.claim(AT_ONCE, ids.next(), clock.instant(), LEASE);
    }

    /** Locks first: whatever is counted afterwards, later changes make the bulk payment due again. */
    @AcrossApplications
    @Retried
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void update(Lease lease) {
        if (table.owns(lease)) {
            rows.findByIdOptional(lease.work()).ifPresent(bulk -> update(bulk.scope(), bulk));
            table.release(lease, null);
        }
    }

    private void update(Scope scope, BulkPayment bulk) {
        var counts = payouts.counts(scope, bulk.id());
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
