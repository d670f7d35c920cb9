package io.sarf.payouts.customer;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;
import jakarta.enterprise.context.ApplicationScoped;

/** Customers that a company of a test has. */
@ApplicationScoped
public class NamedCustomers {
    private final Customers customers;

    NamedCustomers(Customers customers) {
        this.customers = customers;
    }

    public void add(Scope scope, String appUserId) {
        customers.add(scope, appUserId, Actor.SYSTEM);
    }
}
