package io.sarf.payouts.destination;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.BeneficiaryAnswer;
import io.sarf.payouts.bank.NewBeneficiary;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.work.Background;
import io.sarf.payouts.work.Backoff;
import io.sarf.payouts.work.Batches;
import io.sarf.payouts.work.Lease;
import io.sarf.payouts.work.Locking;
import io.sarf.payouts.work.Retried;
import io.sarf.payouts.work.WorkTable;
import io.sarf.payouts.workqueue.WorkQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** What banks are asked about beneficiaries and what they answer, many in a transaction. */
@AcrossApplications("Banks are asked for the beneficiaries of all applications together")
@ApplicationScoped
class BeneficiaryRequests implements Batches.Work<BeneficiaryRequests.Answered, Boolean>, WorkQueue {
    /** @param with whose credentials are used */
    record Request(Lease lease, BankConnection with, NewBeneficiary beneficiary) {}

    record Answered(Request request, BeneficiaryAnswer answer) implements Batches.Call {
        Lease lease() {
            return request.lease();
        }

        @Override
        public Object owner() {
            return request.with().scope();
        }
    }

    private static final Logger LOG = Logger.getLogger(BeneficiaryRequests.class);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(5));

    private final Destinations destinations;
    private final Connections connections;
    private final BeneficiaryNews news;
    private final Event<Beneficiary.Answered> answered;
    private final EntityManager entities;
    private final WorkTable table;
    private final Clock clock;

    BeneficiaryRequests(
            Destinations destinations,
            Connections connections,
            BeneficiaryNews news,
            Event<Beneficiary.Answered> answered,
            EntityManager entities,
            Clock clock) {
        this.destinations = destinations;
        this.connections = connections;
        this.news = news;
        this.answered = answered;
        this.entities = entities;
        this.table = new WorkTable("beneficiary", entities, "bank", "application");
        this.clock = clock;
    }

    @Override
    public Name name() {
        return Name.BENEFICIARY;
    }

    @Override
    public WorkTable table() {
        return table;
    }

    @Override
    @AcrossApplications
    public Optional<About> about(UUID work) {
        return Optional.ofNullable(entities.find(Beneficiary.class, work))
                .map(beneficiary -> new About(Chain.of(beneficiary.scope()), BeneficiaryNews.subject(beneficiary)));
    }

    /** What to ask for. Cool-offs that have passed end here; without usable credentials nobody is asked. */
    @AcrossApplications
    @Background
    @Retried
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<Request> prepare(List<Lease> leases) {
        var owned = table.owned(leases, Locking.WAIT).due();
        var rows = load(owned);
        var requests = new ArrayList<Request>();
        var releases = new ArrayList<WorkTable.Release>();
        for (var lease : owned) {
            var beneficiary = Objects.requireNonNull(rows.get(lease));
            var connection = connections.require(beneficiary.scope(), beneficiary.connection());
            if (beneficiary.status() != Beneficiary.Status.REQUESTED) {
                releases.add(endCoolOff(lease, beneficiary));
            } else if (connection.status() == BankConnection.Status.ACTIVE) {
                var destination = destinations.require(beneficiary.scope(), beneficiary.destination());
                requests.add(new Request(
                        lease, connection, new NewBeneficiary(beneficiary.reference(), destination.forBank())));
            } else {
                releases.add(later(lease, beneficiary));
            }
        }
        table.release(releases);
        answered(rows.values().stream().filter(Beneficiary::ready));
        return requests;
    }

    /** Payouts that wait for these are woken. */
    private void answered(Stream<Beneficiary> some) {
        some.collect(Collectors.groupingBy(
                        Beneficiary::scope, Collectors.mapping(Beneficiary::destination, Collectors.toList())))
                .forEach((scope, destinations) -> answered.fire(new Beneficiary.Answered(scope, destinations)));
    }

    private WorkTable.Release endCoolOff(Lease lease, Beneficiary beneficiary) {
        var before = beneficiary.status();
        if (before == Beneficiary.Status.AWAITING_BENEFICIARY_COOL_OFF) {
            beneficiary.coolOffPassed();
            news.record(beneficiary.scope(), beneficiary, before, "updated");
        }
        return new WorkTable.Release(lease, null, false);
    }

    /** True for what was recorded or is outdated, false for a beneficiary that another transaction has locked. */
    @Override
    @AcrossApplications
    public List<Batches.Outcome<Boolean>> run(List<Answered> answers) {
        var owned = table.owned(answers.stream().map(Answered::lease).toList(), Locking.SKIP);
        var rows = load(owned.due());
        var skipped = Set.copyOf(owned.skipped());
        table.release(answers.stream()
                .filter(one -> rows.containsKey(one.lease()))
                .map(one -> answered(one, Objects.requireNonNull(rows.get(one.lease()))))
                .toList());
        answered(rows.values().stream().filter(one -> one.ready() || one.refused()));
        return answers.stream()
                .map(one -> Batches.Outcome.of(!skipped.contains(one.lease())))
                .toList();
    }

    private WorkTable.Release answered(Answered one, Beneficiary beneficiary) {
        var answer = one.answer();
        if (answer instanceof BeneficiaryAnswer.Unknown || answer.credentialsExpired()) {
            return later(one.lease(), beneficiary);
        }
        if (!beneficiary.reference().equals(one.request().beneficiary().reference())) {
            // The destination was edited while the bank was asked, so this answer is outdated.
            return new WorkTable.Release(one.lease(), clock.instant(), false);
        }
        var before = beneficiary.status();
        var taken = beneficiary.renewed() ? "renewed" : "created";
        beneficiary.answered(answer);
        news.record(
                beneficiary.scope(),
                beneficiary,
                before,
                answer instanceof BeneficiaryAnswer.Refused ? "refused" : taken);
        return new WorkTable.Release(one.lease(), beneficiary.ready() ? null : beneficiary.coolOffUntil(), false);
    }

    /** Reads the connection under the row's lock: a renewal waits for this lock, so its wake-up is not lost. */
    private WorkTable.Release later(Lease lease, Beneficiary beneficiary) {
        if (connections.require(beneficiary.scope(), beneficiary.connection()).status()
                != BankConnection.Status.ACTIVE) {
            return new WorkTable.Release(lease, null, false);
        }
        LOG.infof("Beneficiary %s is asked for again: no answer, attempt %d", lease.work(), lease.attempt());
        return new WorkTable.Release(lease, clock.instant().plus(BACKOFF.after(lease)), false);
    }

    private Map<Lease, Beneficiary> load(List<Lease> owned) {
        var rows = destinations.requests(owned.stream().map(Lease::work).toList());
        connections.load(rows.values().stream().map(Beneficiary::connection).collect(Collectors.toSet()));
        return owned.stream()
                .collect(Collectors.toMap(lease -> lease, lease -> Objects.requireNonNull(rows.get(lease.work()))));
    }

    /** Recording ends the lease. */
    @Override
    @AcrossApplications
    public boolean committed(Answered one) {
        return QuarkusTransaction.requiringNew().call(() -> !table.owns(one.lease()));
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
}
