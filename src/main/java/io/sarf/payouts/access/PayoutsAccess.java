package io.sarf.payouts.access;

import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who may pass to payouts, and what is missing for those who may not. That the caller is a Financial Controller is
 * declared at each endpoint. */
@ApplicationScoped
public class PayoutsAccess {
    /** What is to be done next. */
    enum Missing {
        ENABLED,
        OPT_IN
    }

    /** Thrown where somebody stands before a closed door; answered with the page that says what to do. */
    static final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Scope scope;

        Closed(Scope scope) {
            super("The door to payouts is closed", null, false, false);
            this.scope = scope;
        }

        Scope scope() {
            return scope;
        }
    }

    private final Applications applications;
    private final OptIns optIns;

    PayoutsAccess(Applications applications, OptIns optIns) {
        this.applications = applications;
        this.optIns = optIns;
    }

    /** Whether clients may release payouts to the default authorizer here. */
    public boolean onDemand(Scope scope) {
        return applications.require(scope).onDemandEnabled();
    }

    /** Whether payouts is enabled here at all, which is all the API asks. */
    public boolean enabled(Scope scope) {
        return applications.require(scope).payoutsEnabled();
    }

    /** Whether the person may pass. */
    boolean open(Scope scope, Person person) {
        return enabled(scope) && optedIn(scope, person.id());
    }

    /** Whether the person accepted the current terms. */
    public boolean optedIn(Scope scope, UUID person) {
        return optIns.has(scope.application(), person);
    }

    /** Lets the person pass, or shows them what is missing. */
    void pass(Scope scope, Person person) {
        if (!open(scope, person)) {
            throw new Closed(scope);
        }
    }

    /** What is missing first; ask only where the door is closed. */
    Missing missing(Scope scope) {
        return enabled(scope) ? Missing.OPT_IN : Missing.ENABLED;
    }
}
