package io.sarf.payouts.destination;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.bank.BeneficiaryAnswer;
import io.sarf.payouts.bank.NewBeneficiary;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.ConnectionId;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.connection.ExpireCredentials;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.work.Backoff;
import io.sarf.payouts.work.Lease;
import io.sarf.payouts.work.WorkTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Asks banks to add beneficiaries. After a crash, a worker repeats the call with the same reference. */
@ApplicationScoped
public class BeneficiaryWork {
    private static final Logger LOG = Logger.getLogger(BeneficiaryWork.class);
    static final Duration LEASE = Duration.ofSeconds(30);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));

    private final Destinations destinations;
    private final Connections connections;
    private final ExpireCredentials expire;
    private final Banks banks;
    private final BeneficiaryNews news;
    private final WorkTable table;
    private final EntityManager entities;
    private final Ids ids;
    private final Clock clock;

    BeneficiaryWork(
            Destinations destinations,
            Connections connections,
            ExpireCredentials expire,
            Banks banks,
            BeneficiaryNews news,
            EntityManager entities,
            Ids ids,
            Clock clock) {
        this.destinations = destinations;
        this.connections = connections;
        this.expire = expire;
        this.banks = banks;
        this.news = news;
        this.table = new WorkTable("beneficiary", entities);
        this.entities = entities;
        this.ids = ids;
        this.clock = clock;
    }

    /** Returns how many were due, {@code limit} at most. */
    @AcrossApplications
    public int run(int limit) {
        var leases =
                QuarkusTransaction.requiringNew().call(() -> table.claim(limit, ids.next(), clock.instant(), LEASE));
        leases.forEach(this::stepOrLater);
        return leases.size();
    }

    /** An unexpected failure of one does not block the others. */
    private void stepOrLater(Lease lease) {
        try {
            step(lease);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Beneficiary %s is asked for again later, attempt %d", lease.work(), lease.attempt());
            QuarkusTransaction.requiringNew()
                    .run(() -> table.release(lease, clock.instant().plus(BACKOFF.after(lease))));
        }
    }

    /** Asks for one beneficiary now, unless another process has the lease. */
    void ask(Beneficiary beneficiary) {
        if (beneficiary.status() == Beneficiary.Status.REQUESTED) {
            QuarkusTransaction.requiringNew()
                    .call(() -> table.claimOne(beneficiary.id(), ids.next(), clock.instant(), LEASE))
                    .ifPresent(this::step);
        }
    }

    /** In the caller's transaction. */
    void again(Scope scope, Destination destination, Beneficiary beneficiary, BankConnection connection) {
        beneficiary.wantedAgain(connection, destination.revision());
        table.wake(beneficiary.id(), clock.instant());
    }

    void wake(Scope scope, ConnectionId connection) {
        table.wake(destinations.requested(scope, connection), clock.instant());
    }

    /** Ends cool-offs earlier, for the sandbox's simulated time; the sandbox bank does the same. */
    void hasten(Scope scope, Duration by) {
        entities.createNativeQuery("UPDATE beneficiary SET version = version + 1,"
                        + " cool_off_until = cool_off_until - INTERVAL :seconds SECOND,"
                        + " due_at = due_at - INTERVAL :seconds SECOND WHERE application = :application"
                        + " AND environment = :environment AND status = 'AWAITING_BENEFICIARY_COOL_OFF'")
                .setParameter("seconds", by.toSeconds())
                .setParameter("application", scope.application().value())
                .setParameter("environment", scope.environment().name())
                .executeUpdate();
    }

    private void step(Lease lease) {
        var beneficiary = QuarkusTransaction.requiringNew().call(() -> entities.find(Beneficiary.class, lease.work()));
        var scope = beneficiary.scope();
        if (beneficiary.status() != Beneficiary.Status.REQUESTED) {
            endCoolOff(scope, lease);
            return;
        }
        var connection = connections.require(scope, beneficiary.connection());
        if (connection.status() == BankConnection.Status.ACTIVE) {
            var answer = call(beneficiary, connection);
            expire.ifRejected(connection, answer);
            record(lease, beneficiary, answer);
        } else {
            QuarkusTransaction.requiringNew().run(() -> later(lease, scope));
        }
    }

    private BeneficiaryAnswer call(Beneficiary beneficiary, BankConnection connection) {
        var scope = beneficiary.scope();
        var destination = destinations.require(scope, beneficiary.destination());
        var wanted = new NewBeneficiary(
                beneficiary.reference(),
                destination.name(),
                destination.iban(),
                destination.accountNumber(),
                destination.swiftCode(),
                destination.address(),
                destination.city(),
                destination.country(),
                destination.currency());
        return banks.find(connection.bank())
                .map(bank -> bank.addBeneficiary(connections.credentials(connection), wanted))
                .orElseGet(BeneficiaryAnswer.Unknown::new);
    }

    private void record(Lease lease, Beneficiary asked, BeneficiaryAnswer answer) {
        var scope = asked.scope();
        QuarkusTransaction.requiringNew().run(() -> {
            if (answer instanceof BeneficiaryAnswer.Unknown || answer.credentialsExpired()) {
                later(lease, scope);
                return;
            }
            if (!table.owns(lease)) {
                return;
            }
            var beneficiary = destinations.requireBeneficiary(scope, lease.work());
            if (!beneficiary.reference().equals(asked.reference())) {
                // The destination was edited while the bank was asked, so this answer is outdated.
                table.release(lease, clock.instant());
                return;
            }
            var before = beneficiary.status();
            var taken = beneficiary.renewed() ? "renewed" : "created";
            beneficiary.answered(answer);
            news.record(scope, beneficiary, before, answer instanceof BeneficiaryAnswer.Refused ? "refused" : taken);
            table.release(lease, beneficiary.ready() ? null : beneficiary.coolOffUntil());
        });
    }

    /** Locks the row before it reads the connection: a renewal waits for this lock, so its wake-up is not lost. */
    private void later(Lease lease, Scope scope) {
        if (!table.owns(lease)) {
            return;
        }
        var beneficiary = destinations.requireBeneficiary(scope, lease.work());
        if (connections.require(scope, beneficiary.connection()).status() == BankConnection.Status.ACTIVE) {
            LOG.infof("Beneficiary %s is asked for again: no answer, attempt %d", lease.work(), lease.attempt());
            table.release(lease, clock.instant().plus(BACKOFF.after(lease)));
        } else {
            table.release(lease, null);
        }
    }

    void endCoolOff(Scope scope, Lease lease) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (!table.owns(lease)) {
                return;
            }
            var beneficiary = destinations.requireBeneficiary(scope, lease.work());
            var before = beneficiary.status();
            if (before == Beneficiary.Status.AWAITING_BENEFICIARY_COOL_OFF) {
                beneficiary.coolOffPassed();
                news.record(scope, beneficiary, before, "updated");
            }
            // An edit since the claim has asked for it again: that request stays due.
            table.release(lease, before == Beneficiary.Status.REQUESTED ? clock.instant() : null);
        });
    }
}
