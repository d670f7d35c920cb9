package io.sarf.payouts.destination;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.Connections;
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
import java.util.Collection;
import java.util.List;

/** Makes somebody payable: the row first, then the bank is asked, then its answer is kept. */
@ApplicationScoped
class AddDestination {
    private final Destinations destinations;
    private final Connections connections;
    private final BeneficiaryWork work;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    AddDestination(
            Destinations destinations,
            Connections connections,
            BeneficiaryWork work,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.destinations = destinations;
        this.connections = connections;
        this.work = work;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Adds a destination and waits for the bank's answer, for as long as the bank may take. Same IBAN and same
     * normalised name: the destination that is there already. Not inside a transaction.
     *
     * @param id the id it gets if it is new
     * @param wanted tidy and without faults
     * @throws Refused {@code NO_BANK} when none is connected; {@code CREDENTIALS_UPDATE_REQUIRED} when its credentials have
     *     expired, and then what was asked for before stays asked for
     */
    public Destination add(Scope scope, DestinationId id, NewDestination wanted, Actor by) {
        var connection = payingBank(scope, wanted);
        if (connection.expired()) {
            return answered(scope, wanted);
        }
        var destination = keep(scope, id, wanted, connection, by);
        destinations.beneficiary(scope, destination.id()).ifPresent(work::ask);
        return destination;
    }

    /** One the bank has answered for needs nothing of it now. */
    private Destination answered(Scope scope, NewDestination wanted) {
        return destinations
                .same(scope, wanted)
                .filter(known -> destinations
                        .beneficiary(scope, known.id())
                        .filter(Beneficiary::known)
                        .isPresent())
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
        // The bank of the destination's country if one is connected, else the one connected first.
        return sources.stream()
                .filter(source -> source.bank().endsWith(wanted.country().equals("SAU") ? "_KSA" : "_UAE"))
                .findFirst()
                .orElse(sources.get(0));
    }

    /** Whether the bank will be asked for it once the credentials are renewed. */
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
            return QuarkusTransaction.requiringNew()
                    .call(() -> destinations
                            .same(scope, wanted)
                            .map(known -> {
                                payableAgain(scope, List.of(known), connection);
                                return known;
                            })
                            .orElseGet(() -> {
                                // Due only after this request has had its chance to ask: a worker takes over when it
                                // dies.
                                var due = clock.instant().plus(BeneficiaryWork.LEASE);
                                var made = insert(scope, id, wanted, connection, by, due);
                                destinations.write(scope);
                                return made;
                            }));
        } catch (PersistenceException e) {
            // Two at once: the unique key let one of them in, and both mean that one.
            return QuarkusTransaction.requiringNew()
                    .call(() -> destinations.same(scope, wanted))
                    .orElseThrow(() -> e);
        }
    }

    /** Those that were removed, or whose bank was disconnected, are asked for anew; in the caller's transaction. */
    void payableAgain(Scope scope, Collection<Destination> known, BankConnection connection) {
        var ids = known.stream().map(Destination::id).toList();
        destinations.beneficiaries(scope, ids).values().stream()
                .filter(beneficiary -> beneficiary.status() == Beneficiary.Status.REMOVED
                        || connections.require(scope, beneficiary.connection()).status()
                                == BankConnection.Status.REMOVED)
                .toList()
                .forEach(gone -> work.again(scope, gone, connection));
    }

    /** In the caller's transaction; the workers ask the bank. */
    Destination keep(Scope scope, NewDestination wanted, BankConnection connection, Actor by) {
        return insert(scope, new DestinationId(ids.next()), wanted, connection, by, clock.instant());
    }

    /** @param due when a worker asks the bank */
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
