package io.sarf.payouts.payout;

import io.sarf.payouts.application.TimePassed;
import io.sarf.payouts.connection.CredentialsEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/**
 * Makes payouts due when their connection's credentials change, in the same transaction. If the credentials expire or
 * are removed, unsent payouts fail now and not only when they would have been sent. If they are renewed, missing
 * answers are looked up at once; failed payouts are not sent again. If other credentials replace them, those queue the
 * unsent payouts; orders at the bank stay as they are. Also follows the sandbox's simulated time.
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
