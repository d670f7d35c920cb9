package io.sarf.payouts.dispatch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.authorization.Windows;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.bank.sandbox.Wire;
import io.sarf.payouts.bank.sandbox.WiredBank;
import io.sarf.payouts.journal.AuditedChain;
import io.sarf.payouts.payout.PayoutTasks;
import io.sarf.payouts.payout.SeededPayouts;
import io.sarf.payouts.payout.SeededPayouts.Company;
import io.sarf.payouts.payout.SeededPayouts.Look;
import io.sarf.payouts.platform.Ids;
import io.sarf.sandboxbank.BehindTheCounter;
import io.sarf.sandboxbank.MovableClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the runs share: one bank in a program of its own over its own books, one wire to it, and companies. */
@ApplicationScoped
class SeedWorld {
    private final SeededPayouts payouts;
    private final PayoutTasks tasks;
    private final Windows windows;
    private final ChangeCursors watches;
    private final Banks banks;
    private final ApplyBankStatus hear;
    private final AuditedChain chain;
    private final EntityManager entities;
    private final Ids ids;
    private final java.time.Clock clock;
    private @Nullable WiredBank program;
    private @Nullable WatchedBank bank;
    private @Nullable Company company;
    private AuditedChain.Seen seen = AuditedChain.Seen.nothing();
    private boolean knowsCopies;
    private String identifier = "";

    SeedWorld(
            SeededPayouts payouts,
            PayoutTasks tasks,
            Windows windows,
            ChangeCursors watches,
            Banks banks,
            ApplyBankStatus hear,
            AuditedChain chain,
            EntityManager entities,
            Ids ids,
            java.time.Clock clock) {
        this.payouts = payouts;
        this.tasks = tasks;
        this.windows = windows;
        this.watches = watches;
        this.banks = banks;
        this.hear = hear;
        this.chain = chain;
        this.entities = entities;
        this.ids = ids;
        this.clock = clock;
    }

    void open() {
        identifier = "SEEDS_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        program = new WiredBank(identifier, clock());
        bank = new WatchedBank(program.bank(), program.wire());
        payouts.know(bank);
        // Those of other tests' banks would be claimed again and again as time goes by.
        watchOthers(null);
        watches.begin(identifier);
    }

    /** @param dueAt when they are asked next; null for not at all */
    private void watchOthers(@Nullable Instant dueAt) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("UPDATE bank_watch SET due_at = :due WHERE bank <> :bank")
                        .setParameter("due", dueAt)
                        .setParameter("bank", identifier)
                        .executeUpdate());
    }

    void close() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("DELETE FROM bank_watch WHERE bank = :bank")
                        .setParameter("bank", identifier)
                        .executeUpdate());
        // Tests that follow live by the real clock, far behind the one of the runs.
        watchOthers(Instant.now());
        if (program != null) {
            program.close();
        }
    }

    /** Another company, with a chain of its own. */
    void newCompany() {
        payouts.rest();
        company = payouts.found(bank(), program()::open);
        seen = chain.audit(company.scope(), AuditedChain.Seen.nothing()).seen();
    }

    /** Whether, in this run, the bank knows a second call under a reference for what it is. */
    void bankKnowsCopies(boolean knows) {
        knowsCopies = knows;
        inside().withoutDeduplication(!knows);
    }

    boolean bankKnowsCopies() {
        return knowsCopies;
    }

    /** What the chain of the company says of itself since it was last looked at. */
    List<String> audit() {
        var found = chain.audit(company().scope(), seen);
        seen = found.seen();
        return found.faults();
    }

    List<AuditedChain.Told> told(UUID payout) {
        return chain.of(payout);
    }

    /** The bank's changes, to be heard by whoever is not too late. */
    Optional<ChangeCursors.ChangeCursor> watch() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("UPDATE bank_watch SET due_at = :now WHERE bank = :bank")
                        .setParameter("now", clock.instant())
                        .setParameter("bank", identifier)
                        .executeUpdate());
        return watches.claim(1_000).stream()
                .filter(watch -> watch.bank().equals(identifier))
                .findFirst();
    }

    /** Whether the bank has something to tell that nobody has heard and recorded. */
    boolean hasNews() {
        var heard = QuarkusTransaction.requiringNew()
                .call(() ->
                        (String) entities.createNativeQuery("SELECT changes_cursor FROM bank_watch WHERE bank = :bank")
                                .setParameter("bank", identifier)
                                .getSingleResult());
        return inside().hasNews(heard.isEmpty() ? 0 : Long.parseLong(heard));
    }

    /** When the bank's news can be heard: whoever died while they listened keeps the others away for a while. */
    Optional<Instant> heardFrom() {
        if (!hasNews()) {
            return Optional.empty();
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.createNativeQuery(
                                "SELECT lease_until FROM bank_watch WHERE bank = :bank AND lease_until IS NOT NULL",
                                Instant.class)
                        .setParameter("bank", identifier)
                        .getResultStream()
                        .map(until -> ((Instant) until).plusMillis(1))
                        .findFirst());
    }

    void follow(ChangeCursors.ChangeCursor watch) {
        new PollBankChanges(watches, banks, hear, clock).follow(watch);
    }

    void restartBank() {
        program().restart();
        inside().withoutDeduplication(!knowsCopies);
    }

    boolean decide(String reference, boolean approve) {
        return inside().decide(company().login().userName(), reference, approve);
    }

    /** The database cuts the connection of somebody who is dead, and what they had not committed never was. */
    void buried(long connection) {
        if (connection == 0) {
            return;
        }
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("KILL CONNECTION " + connection)
                        .executeUpdate());
    }

    /** Those that exist, in this order. */
    List<Look> looks(Collection<UUID> those) {
        return payouts.looks(company(), those);
    }

    WiredBank program() {
        return java.util.Objects.requireNonNull(program);
    }

    WatchedBank bank() {
        return java.util.Objects.requireNonNull(bank);
    }

    Wire wire() {
        return program().wire();
    }

    BehindTheCounter inside() {
        return program().inside();
    }

    Company company() {
        return java.util.Objects.requireNonNull(company);
    }

    void create(UUID id, BigDecimal amount, boolean automatic) {
        payouts.create(
                company(),
                id,
                amount,
                automatic,
                () -> Points.uncommitted(Points.CREATED, entities),
                () -> Points.committed(Points.CREATED));
    }

    SeededPayouts payouts() {
        return payouts;
    }

    PayoutTasks tasks() {
        return tasks;
    }

    Windows windows() {
        return windows;
    }

    EntityManager entities() {
        return entities;
    }

    Ids ids() {
        return ids;
    }

    MovableClock clock() {
        return io.quarkus.arc.Arc.container().instance(MovableClock.class).get();
    }
}
