package io.sarf.payouts.payout;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.access.EnabledPayouts;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.authorization.Subject;
import io.sarf.payouts.bank.Bank;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.connection.AccountId;
import io.sarf.payouts.connection.ConnectedPeople;
import io.sarf.payouts.connection.SourceAccounts;
import io.sarf.payouts.creation.SingleCreations;
import io.sarf.payouts.destination.DestinationId;
import io.sarf.payouts.destination.KnownPayees;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.ondemand.Releasing;
import io.sarf.payouts.payouttab.FormPayouts;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.team.KnownPeople;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.team.Role;
import io.sarf.testing.PaperBanks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Payouts through the product's own use cases, for faults that come by seed, and a look at how they stand. */
@ApplicationScoped
public class SeededPayouts {
    /**
     * A company that can pay at a real bank.
     *
     * @param login of the default authorizer
     */
    public record Company(
            Scope scope,
            Bank bank,
            Person owner,
            Person controller,
            Credentials login,
            AccountId account,
            DestinationId destination) {}

    /**
     * How a payout stands.
     *
     * @param shown the pair of outer status and outcome that the API shows
     * @param dueAt when somebody takes it further; null when it rests
     */
    public record Look(
            UUID id,
            String status,
            @Nullable String outcome,
            String reference,
            boolean automatic,
            String shown,
            @Nullable Instant dueAt,
            @Nullable Instant heldUntil) {
        public boolean isOver() {
            return switch (status) {
                case "FAILED", "AUTHORIZATION_FAILED", "CANCELLED" -> true;
                case "ACCEPTED_BY_BANK" -> outcome != null;
                default -> false;
            };
        }
    }

    private final Applications applications;
    private final KnownPeople people;
    private final EnabledPayouts enabled;
    private final PaperBanks banks;
    private final ConnectedPeople connected;
    private final KnownPayees payees;
    private final SourceAccounts accounts;
    private final SingleCreations creations;
    private final FormPayouts forms;
    private final CancelPayout cancel;
    private final Releasing release;
    private final Payouts payouts;
    private final EntityManager entities;
    private final Ids ids;
    private final Clock clock;

    SeededPayouts(
            Applications applications,
            KnownPeople people,
            EnabledPayouts enabled,
            PaperBanks banks,
            ConnectedPeople connected,
            KnownPayees payees,
            SourceAccounts accounts,
            SingleCreations creations,
            FormPayouts forms,
            CancelPayout cancel,
            Releasing release,
            Payouts payouts,
            EntityManager entities,
            Ids ids,
            Clock clock) {
        this.applications = applications;
        this.people = people;
        this.enabled = enabled;
        this.banks = banks;
        this.connected = connected;
        this.payees = payees;
        this.accounts = accounts;
        this.creations = creations;
        this.forms = forms;
        this.cancel = cancel;
        this.release = release;
        this.payouts = payouts;
        this.entities = entities;
        this.ids = ids;
        this.clock = clock;
    }

    /** The product knows this bank from now on. */
    public Bank know(Bank bank) {
        return banks.open(bank);
    }

    /** @param logins gives those of the bank for an application: the default authorizer's and a manual one's */
    public Company found(Bank bank, Function<UUID, List<Credentials>> logins) {
        var application = QuarkusTransaction.requiringNew()
                .call(() -> applications.add("Acme Trading", clock.instant()).id());
        var scope = new Scope(application, Environment.SANDBOX);
        var owner = people.member(application, "Owner", Role.OWNER, Role.FINANCIAL_CONTROLLER);
        var controller = people.member(application, "Controller", Role.FINANCIAL_CONTROLLER);
        enabled.open(scope, owner, controller);
        QuarkusTransaction.requiringNew().run(() -> {
            applications.require(scope).enableBankPortal(clock.instant());
            applications.require(scope).enableOnDemand(clock.instant());
        });
        var known = logins.apply(application.value());
        connected.connect(scope, owner, bank, known.get(0));
        connected.connect(scope, controller, bank, known.get(1));
        var payee = payees.add(scope, owner.actor());
        return new Company(
                scope,
                bank,
                owner,
                controller,
                known.get(0),
                accounts.all(scope).get(0).id(),
                payee.id());
    }

    /**
     * @param written what happens in the transaction when all is written
     * @param committed what happens right after it
     */
    public void create(
            Company company, UUID id, BigDecimal amount, boolean automatic, Runnable written, Runnable committed) {
        var wanted = new NewPayout(company.account(), company.destination(), amount, null, "Salary", null, automatic);
        var by = automatic ? company.controller() : company.owner();
        var fresh = new Person(by.id(), by.email(), by.emailVerified(), by.name(), clock.instant());
        creations.create(forms.call(company.scope(), fresh, new PayoutId(id), wanted), written, committed);
    }

    public void cancel(Company company, UUID id) {
        cancel.cancel(company.scope(), new PayoutId(id), company.controller().actor());
    }

    /** @param before what happens inside the transaction when all of it is written */
    public void release(Company company, Collection<UUID> those, Runnable before) {
        QuarkusTransaction.requiringNew().run(() -> {
            release.release(company.scope(), ids.next(), those, Actor.SYSTEM);
            before.run();
        });
    }

    /** As a page shows it. */
    public Subject subject(Company company, UUID id) {
        var payout = payouts.require(company.scope(), new PayoutId(id));
        return new Subject(
                id,
                payout.revision(),
                payout.recipient().payee(),
                payout.recipient().iban(),
                payout.amount(),
                payout.orderAtBank().reference());
    }

    /** Those that exist, in this order. */
    public List<Look> looks(Company company, Collection<UUID> those) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.unwrap(Session.class)
                        .createNativeQuery(
                                "SELECT p.id, p.status, p.outcome, p.reference, p.automatic, t.due_at, t.lease_until"
                                        + " FROM payout p JOIN payout_task t ON t.id = p.id"
                                        + " WHERE p.application = :application AND p.id IN (:ids) ORDER BY p.id",
                                Object[].class)
                        .addScalar("id", UUID.class)
                        .addScalar("status", String.class)
                        .addScalar("outcome", String.class)
                        .addScalar("reference", String.class)
                        .addScalar("automatic", Boolean.class)
                        .addScalar("due_at", Instant.class)
                        .addScalar("lease_until", Instant.class)
                        .setParameter(
                                "application", company.scope().application().value())
                        .setParameterList("ids", those)
                        .getResultStream()
                        .map(SeededPayouts::look)
                        .toList());
    }

    private static Look look(Object[] row) {
        var status = (String) row[1];
        return new Look(
                (UUID) row[0],
                status,
                (String) row[2],
                (String) row[3],
                (Boolean) row[4],
                ApiStatus.of(PayoutStatus.valueOf(status)) + "/" + row[2],
                (Instant) row[5],
                (Instant) row[6]);
    }

    /** What others have left to be done is put to rest. */
    public void rest() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("UPDATE payout_task SET due_at = NULL")
                        .executeUpdate());
    }
}
