package io.sarf.payouts.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Enables payouts for people of a test. */
@ApplicationScoped
public class EnabledPayouts {
    private final Applications applications;
    private final OptIns optIns;
    private final Clock clock;

    EnabledPayouts(Applications applications, OptIns optIns, Clock clock) {
        this.applications = applications;
        this.optIns = optIns;
        this.clock = clock;
    }

    public void open(Scope scope, Person... people) {
        QuarkusTransaction.requiringNew().run(() -> applications.require(scope).enablePayouts(clock.instant()));
        for (var person : people) {
            optIns.accept(scope.application(), person);
        }
    }
}
