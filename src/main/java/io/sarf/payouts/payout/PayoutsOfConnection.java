package io.sarf.payouts.payout;

import io.sarf.payouts.application.TimePassed;
import io.sarf.payouts.connection.CredentialsEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/**
 * Makes payouts due when their connection's credentials change. With expired or removed credentials, unsent payouts
 * fail at once; with renewed ones, missing answers are looked up. Replacing credentials moves only unsent payouts.
 */
@ApplicationScoped
class PayoutsOfConnection {
    private final Payouts payouts;
    private final PayoutTasks tasks;
    private final Clock clock;

    PayoutsOfConnection(Payouts payouts, PayoutTasks tasks, Clock clock) {
        this.payouts = payouts;
        this.tasks = tasks;
        this.clock = clock;
    }

    void on(@Observes TimePassed event) {
        tasks.hasten(event.scope(), event.by());
    }

    void on(@Observes CredentialsEvent event) {
        var scope = event.scope();
        if (event instanceof CredentialsEvent.PassedOn passed) {
            payouts.passOn(scope, passed.connection(), passed.now());
        }
        var concerned = event instanceof CredentialsEvent.Expired || event instanceof CredentialsEvent.Removed
                ? payouts.unsent(scope, event.connection())
                : payouts.open(scope, event.connection());
        tasks.wake(scope, concerned, clock.instant());
    }
}
