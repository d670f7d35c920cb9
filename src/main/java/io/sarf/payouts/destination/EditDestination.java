package io.sarf.payouts.destination;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The bank is asked again under a new reference: the old one would only return the first answer. */
@ApplicationScoped
class EditDestination {
    static final String CHANGED = "CHANGED_MEANWHILE";
    static final String REMOVED = "REMOVED";

    private final Destinations destinations;
    private final Connections connections;
    private final BeneficiaryWork work;
    private final Event<Destinations.Edited> events;
    private final Journal journal;
    private final Clock clock;

    EditDestination(
            Destinations destinations,
            Connections connections,
            BeneficiaryWork work,
            Event<Destinations.Edited> events,
            Journal journal,
            Clock clock) {
        this.destinations = destinations;
        this.connections = connections;
        this.work = work;
        this.events = events;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * {@link #ask} asks the bank afterwards. Repeating the same edit has no effect.
     *
     * @throws Refused {@link #CHANGED} if the revision has changed; {@link #REMOVED} if the destination was removed
     */
    @Retried
    @Transactional
    void edit(Scope scope, DestinationId id, long revision, PayeeDetails wanted, Actor by) {
        var destination = destinations.require(scope, id);
        var beneficiary = destinations.beneficiary(scope, id).orElse(null);
        if (destination.details().equals(wanted)) {
            return;
        }
        if (beneficiary != null && beneficiary.status() == Beneficiary.Status.REMOVED) {
            throw new Refused(REMOVED, "This destination was removed. Add it again to pay it.");
        }
        if (destination.revision() != revision) {
            throw new Refused(CHANGED, "This destination was edited meanwhile.");
        }
        var asked = destination.details().sameForBank(wanted);
        apply(scope, destination, beneficiary, wanted, by);
        if (beneficiary != null && !asked) {
            askAgain(scope, destination, beneficiary);
        }
    }

    /** A disconnected bank is not asked. The next bank is asked when the destination is added again. */
    private void askAgain(Scope scope, Destination destination, Beneficiary beneficiary) {
        var connection = connections.require(scope, beneficiary.connection());
        if (connection.status() != BankConnection.Status.REMOVED) {
            work.again(scope, destination, beneficiary, connection);
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void apply(Scope scope, Destination destination, @Nullable Beneficiary beneficiary, PayeeDetails wanted, Actor by) {
        // Payouts that are being created read the payee before this edit and are seen here, or read it after it.
        destinations.lock(scope, destination);
        events.fire(new Destinations.Edited(scope, destination.id(), by));
        var version = beneficiary == null ? destination.revision() : beneficiary.version();
        var change = Change.of(
                        Chain.of(scope),
                        "destination.changed",
                        new Change.Subject("destination", destination.id().value(), version),
                        by)
                .with("name", destination.name());
        for (var difference : destination.details().differences(wanted)) {
            change = change.with(difference.field(), difference.after())
                    .with(difference.field() + "_before", difference.before());
        }
        destinations.keep(scope, new DestinationVersion(destination, clock.instant()));
        destination.edit(wanted);
        journal.record(change);
    }

    /** Not inside a transaction. */
    void ask(Scope scope, DestinationId id) {
        destinations.beneficiary(scope, id).ifPresent(work::ask);
    }

    /** Asking this bank for the same data again would be useless. */
    boolean refusedHere(Beneficiary beneficiary, BankConnection connection) {
        return beneficiary.status() == Beneficiary.Status.FAILED
                && beneficiary.connection().equals(connection.id());
    }

    boolean lost(Scope scope, Beneficiary beneficiary) {
        return beneficiary.refused()
                || connections.require(scope, beneficiary.connection()).status() == BankConnection.Status.REMOVED;
    }
}
