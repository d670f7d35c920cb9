package io.sarf.payouts.destination;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.journal.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Makes many payees payable at once, in the caller's transaction. The bank is asked afterwards by the workers; a payout to
 * one of them waits until it has answered.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class KeepDestinations {
    private final Destinations destinations;
    private final AddDestination add;

    KeepDestinations(Destinations destinations, AddDestination add) {
        this.destinations = destinations;
        this.add = add;
    }

    /**
     * A destination for each, in their order; those that are there already, and those that stand here twice, are one.
     *
     * @param wanted tidy and without faults
     * @param bank the default authorizer of the bank that is to know them
     */
    public List<Destination> all(Scope scope, List<NewDestination> wanted, BankConnection bank, Actor by) {
        var known = new HashMap<Destination.Sameness, Destination>();
        var ibans = wanted.stream().map(NewDestination::iban).distinct().toList();
        destinations
                .withIban(scope, ibans)
                .forEach(one -> known.put(one.sameness(), add.payableAgain(scope, one, bank)));
        var all = new ArrayList<Destination>(wanted.size());
        for (var one : wanted) {
            all.add(known.computeIfAbsent(
                    new Destination.Sameness(one.iban(), one.normalisedName()),
                    none -> add.keep(scope, one, bank, by)));
        }
        return all;
    }
}
