package io.sarf.payouts.destination;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.destination.PayeeDetails.Difference;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Stores the row first, then asks the bank, then stores the answer. */
@ApplicationScoped
class AddDestination {
    private final Destinations destinations;
    private final Connections connections;
    private final BeneficiaryWork work;
    private final EditDestination edit;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    AddDestination(
            Destinations destinations,
            Connections connections,
            BeneficiaryWork work,
            EditDestination edit,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.destinations = destinations;
        this.connections = connections;
        this.work = work;
        this.edit = edit;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param notTaken the requested data that differ from an existing destination and were not applied */
    record Added(Destination destination, List<Difference> notTaken, boolean again) {}

    /**
     * Waits for the bank's answer. The same IBAN and normalised name return the existing destination. The bank is asked
     * again only if that one cannot be paid. Not inside a transaction.
     *
     * @param wanted tidy and without faults
     * @throws Refused {@code NO_BANK} if no bank is connected; {@code CREDENTIALS_UPDATE_REQUIRED} if its credentials
     * have expired
     */
    Added add(Scope scope, DestinationId id, NewDestination wanted, Actor by) {
        var connection = payingBank(scope, wanted);
        if (connection.expired()) {
            return answered(scope, wanted);
        }
        var before = destinations.same(scope, wanted).flatMap(known -> destinations.beneficiary(scope, known.id()));
        var destination = keep(scope, id, wanted, connection, by);
        var now = destinations.beneficiary(scope, destination.id()).orElseThrow();
        work.ask(now);
        var again = before.filter(known -> known.refused() && !now.refused()).isPresent();
        return added(destination, wanted, again);
    }

    private static Added added(Destination kept, NewDestination wanted, boolean again) {
        return new Added(kept, kept.details().differences(completed(kept, wanted)), again);
    }

    /** Fields that are left out do not change. */
    private static PayeeDetails completed(Destination known, NewDestination wanted) {
        return PayeeDetails.of(wanted).completedBy(known.details(), wanted.name());
    }

    /** Does not need the bank if the destination exists and the bank has answered. */
    private Added answered(Scope scope, NewDestination wanted) {
        return destinations
                .same(scope, wanted)
                .filter(known -> destinations
                        .beneficiary(scope, known.id())
                        .filter(Beneficiary::known)
                        .isPresent())
                .map(known -> added(known, wanted, false))
                .orElseThrow(AddDestination::expired);
    }

    static Refused expired() {
        return new Refused(
                "CREDENTIALS_UPDATE_REQUIRED",
                "The bank credentials have expired: whoever connected them reconnects them under Bank connections.");
    }

    private BankConnection payingBank(Scope scope, NewDestination wanted) {
        var sources = connections.defaultAuthorizers(scope);
        if (sources.isEmpty()) {
            throw new Refused("NO_BANK", "Connect a bank first: a destination is made known to it.");
        }
        // A bank in the destination's country if one is connected, else the first one that was connected.
        return sources.stream()
                .filter(source -> source.bank().endsWith(wanted.country().equals("SAU") ? "_KSA" : "_UAE"))
                .findFirst()
                .orElse(sources.get(0));
    }

    boolean waitsForCredentials(Scope scope, Destination destination) {
        return destinations
                .beneficiary(scope, destination.id())
                .filter(beneficiary -> beneficiary.status() == Beneficiary.Status.REQUESTED
                        && connections.require(scope, beneficiary.connection()).expired())
                .isPresent();
    }

    private Destination keep(
            Scope scope, DestinationId id, NewDestination wanted, BankConnection connection, Actor by) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> kept(scope, id, wanted, connection, by));
        } catch (PersistenceException e) {
            // Two concurrent requests: a key or a version refuses the second, which starts again from the first's
            // result.
            return QuarkusTransaction.requiringNew().call(() -> kept(scope, id, wanted, connection, by));
        }
    }

    /** Flushes, so that a conflict with a concurrent request shows here. */
    private Destination kept(
            Scope scope, DestinationId id, NewDestination wanted, BankConnection connection, Actor by) {
        var same = destinations.same(scope, wanted);
        same.ifPresent(known -> payableAgain(scope, Map.of(known, wanted), connection, by));
        // Due only after this request has had time to ask the bank: a worker takes over if the process dies.
        var due = clock.instant().plus(BeneficiaryWork.LEASE);
        var kept = same.orElseGet(() -> insert(scope, id, wanted, connection, by, due));
        destinations.write(scope);
        return kept;
    }

    /** A bank that refused one is asked again only if its data differ. In the caller's transaction. */
    void payableAgain(Scope scope, Map<Destination, NewDestination> known, BankConnection connection, Actor by) {
        var ids = known.keySet().stream().map(Destination::id).toList();
        var beneficiaries = destinations.beneficiaries(scope, ids);
        known.forEach((destination, wanted) -> {
            var beneficiary = beneficiaries.get(destination.id());
            if (beneficiary != null && edit.lost(scope, beneficiary)) {
                again(scope, destination, beneficiary, completed(destination, wanted), connection, by);
            }
        });
    }

    private void again(
            Scope scope,
            Destination destination,
            Beneficiary beneficiary,
            PayeeDetails wanted,
            BankConnection connection,
            Actor by) {
        var same = destination.details().sameForBank(wanted);
        if (!destination.details().equals(wanted)) {
            edit.apply(scope, destination, beneficiary, wanted, by);
        }
        if (!same || !edit.refusedHere(beneficiary, connection)) {
            work.again(scope, destination, beneficiary, connection);
        }
    }

    /** In the caller's transaction; a worker asks the bank. */
    Destination keep(Scope scope, NewDestination wanted, BankConnection connection, Actor by) {
        return insert(scope, new DestinationId(ids.next()), wanted, connection, by, clock.instant());
    }

    private Destination insert(
            Scope scope, DestinationId id, NewDestination wanted, BankConnection connection, Actor by, Instant due) {
        var destination = new Destination(id, scope, wanted, by, clock.instant());
        destinations.add(scope, destination, new Beneficiary(ids.next(), ids.next(), destination, connection, due));
        journal.record(
                Change.of(Chain.of(scope), "destination.created", new Change.Subject("destination", id.value(), 0), by)
                        .with("name", wanted.name())
                        .with("iban", wanted.iban())
                        .with("bank", connection.bank()));
        return destination;
    }
}
