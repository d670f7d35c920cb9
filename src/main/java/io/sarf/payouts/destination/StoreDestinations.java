package io.sarf.payouts.destination;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.journal.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Adds many payees in the caller's transaction. Workers ask the bank afterwards. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class StoreDestinations {
    /** For longer lists the server may choose to read the whole table, and lock it. */
    private static final int AT_ONCE = 500;

    private final Destinations destinations;
    private final AddDestination add;

    StoreDestinations(Destinations destinations, AddDestination add) {
        this.destinations = destinations;
        this.add = add;
    }

    /**
     * One destination for each entry, in order; existing ones and duplicates are reused.
     *
     * @param wanted tidy and without faults
     */
    public List<Destination> all(Scope scope, List<NewDestination> wanted, BankConnection bank, Actor by) {
        var known = known(scope, wanted);
        var again = new LinkedHashMap<Destination, NewDestination>();
        wanted.forEach(one -> {
            var destination = known.get(one.sameness());
            if (destination != null) {
                again.putIfAbsent(destination, one);
            }
        });
        add.payableAgain(scope, again, bank, by);
        var all = new ArrayList<Destination>(wanted.size());
        for (var one : wanted) {
            all.add(known.computeIfAbsent(one.sameness(), none -> add.keep(scope, one, bank, by)));
        }
        return all;
    }

    private Map<Destination.Sameness, Destination> known(Scope scope, List<NewDestination> wanted) {
        var asked = wanted.stream().map(NewDestination::sameness).collect(Collectors.toSet());
        var ibans = wanted.stream().map(NewDestination::iban).distinct().toList();
        var known = new HashMap<Destination.Sameness, Destination>();
        for (var from = 0; from < ibans.size(); from += AT_ONCE) {
            destinations.withIban(scope, ibans.subList(from, Math.min(from + AT_ONCE, ibans.size()))).stream()
                    .filter(one -> asked.contains(one.sameness()))
                    .forEach(one -> known.putIfAbsent(one.sameness(), one));
        }
        return known;
    }
}
