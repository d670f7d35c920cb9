package io.sarf.payouts.client;

import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Scope;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The customer every environment has from the start. */
@Singleton
class CompanyItself implements KnownCustomers {
    private final Applications applications;

    CompanyItself(Applications applications) {
        this.applications = applications;
    }

    @Override
    public boolean include(Scope scope, UUID customer) {
        return applications.require(scope).customer().equals(customer);
    }
}
