package io.sarf.payouts.access;

import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Payouts need two steps: enabled, and accepted by the person. Each endpoint declares the permission itself. */
@ApplicationScoped
public class PayoutsAccess {
    enum Missing {
        ENABLED,
        OPT_IN
    }

    /** Thrown where a step is missing; answered with the page of that step. */
    static final class Closed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Scope scope;

        Closed(Scope scope) {
            super("Payouts are not available yet", null, false, false);
            this.scope = scope;
        }

        Scope scope() {
            return scope;
        }
    }

    private final Applications applications;
    private final Members members;
    private final OptIns optIns;

    PayoutsAccess(Applications applications, Members members, OptIns optIns) {
        this.applications = applications;
        this.members = members;
        this.optIns = optIns;
    }

    /** Whether clients may release payouts to the default authorizer here. */
    public boolean onDemand(Scope scope) {
        return applications.require(scope).onDemandEnabled();
    }

    /** Whether payouts is enabled here; the API requires nothing else. */
    public boolean enabled(Scope scope) {
        return applications.require(scope).payoutsEnabled();
    }

    boolean open(Scope scope, Person person) {
        return enabled(scope) && optedIn(scope, person.id());
    }

    public boolean optedIn(Scope scope, UUID person) {
        return optIns.has(scope.application(), person);
    }

    /**
     * Why the person may not use payouts here as of now: what a page checked may have changed since.
     *
     * @return what a page throws in that case; a 404 if they are no Financial Controller
     */
    public Optional<RuntimeException> refusal(Scope scope, Person person) {
        if (members.grants(scope.application(), person.id())
                .filter(Permission.PAYOUTS::grantedBy)
                .isEmpty()) {
            return Optional.of(new io.sarf.payouts.platform.Missing("payouts"));
        }
        return open(scope, person) ? Optional.empty() : Optional.of(new Closed(scope));
    }

    void pass(Scope scope, Person person) {
        if (!open(scope, person)) {
            throw new Closed(scope);
        }
    }

    /** The first missing step; only valid when one is missing. */
    Missing missing(Scope scope) {
        return enabled(scope) ? Missing.OPT_IN : Missing.ENABLED;
    }
}
