package io.sarf.payouts.customer;

import io.quarkus.panache.common.Sort;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.client.KnownCustomers;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The customers of an environment: the company itself, and those the client has named. */
@ApplicationScoped
@Transactional
public class Customers implements KnownCustomers {
    @ApplicationScoped
    static class Rows implements ScopedRows<Customer> {}

    @Schema(name = "Customer")
    record Named(UUID customerId, String appUserId) {}

    private final Rows rows;
    private final Applications applications;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Customers(Rows rows, Applications applications, Journal journal, Ids ids, Clock clock) {
        this.rows = rows;
        this.applications = applications;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public boolean include(Scope scope, UUID customer) {
        return find(scope, customer).isPresent();
    }

    /** Whether this is the company itself, which owns all connections made in the dashboard. */
    public boolean company(Scope scope, UUID customer) {
        return company(scope).customerId().equals(customer);
    }

    Optional<Named> find(Scope scope, UUID customer) {
        return company(scope, customer)
                ? Optional.of(company(scope))
                : rows.one(scope, customer).map(Customers::named);
    }

    Optional<Named> find(Scope scope, String appUserId) {
        var company = company(scope);
        return company.appUserId().equals(appUserId)
                ? Optional.of(company)
                : rows.within(scope, "appUserId = ?1", appUserId)
                        .firstResultOptional()
                        .map(Customers::named);
    }

    List<Named> page(Scope scope, int number, int size) {
        var page = new ArrayList<Named>();
        var first = number * size;
        if (first == 0) {
            page.add(company(scope));
        }
        rows.within(scope, Sort.by("createdAt", "id"), "1 = 1")
                .range(Math.max(first - 1, 0), first + size - 2)
                .list()
                .forEach(customer -> page.add(named(customer)));
        return page;
    }

    long count(Scope scope) {
        return 1 + rows.within(scope, "1 = 1").count();
    }

    /** The unique key refuses the same name twice. */
    Named add(Scope scope, String appUserId, Actor by) {
        var customer = new Customer(ids.next(), scope, appUserId, clock.instant());
        rows.persistAndFlush(customer);
        journal.record(
                Change.of(Chain.of(scope), "customer.created", new Change.Subject("customer", customer.id(), 0), by));
        return named(customer);
    }

    private Named company(Scope scope) {
        return new Named(
                applications.require(scope).customer(), scope.application().toString());
    }

    private static Named named(Customer customer) {
        return new Named(customer.id(), customer.appUserId());
    }
}
