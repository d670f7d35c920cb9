package io.sarf.payouts.access;

import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.client.CurrentClient;
import jakarta.enterprise.context.RequestScoped;

/** The access check of API operations for payouts. */
@RequestScoped
public class ProgramsVisit {
    private final CurrentClient client;
    private final Applications applications;

    ProgramsVisit(CurrentClient client, Applications applications) {
        this.client = client;
        this.applications = applications;
    }

    /** @throws ApiFault INSUFFICIENT_ACCESS_LEVEL while payouts is not enabled there */
    public Scope enter() {
        var scope = client.scope();
        if (!applications.payoutsEnabled(scope)) {
            throw new ApiFault(ApiCode.INSUFFICIENT_ACCESS_LEVEL, "Payouts is not enabled in this environment");
        }
        return scope;
    }
}
