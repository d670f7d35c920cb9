package io.sarf.payouts.access;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.client.CurrentClient;
import io.sarf.payouts.platform.ApiCode;
import io.sarf.payouts.platform.ApiFault;
import jakarta.enterprise.context.RequestScoped;

/** A program at the door to payouts. */
@RequestScoped
public class ProgramsVisit {
    private final CurrentClient client;
    private final PayoutsDoor door;

    ProgramsVisit(CurrentClient client, PayoutsDoor door) {
        this.client = client;
        this.door = door;
    }

    /**
     * Where the program may work.
     *
     * @throws ApiFault INSUFFICIENT_ACCESS_LEVEL while payouts is not enabled there
     */
    public Scope enter() {
        var scope = client.scope();
        if (!door.enabled(scope)) {
            throw new ApiFault(ApiCode.INSUFFICIENT_ACCESS_LEVEL, "Payouts is not enabled in this environment");
        }
        return scope;
    }
}
