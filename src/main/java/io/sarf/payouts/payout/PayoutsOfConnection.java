package io.sarf.payouts.payout;

import io.sarf.payouts.application.TimePassed;
import io.sarf.payouts.connection.CredentialsEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/**
 * Hears, inside the transaction, what becomes of a connection's credentials. When they expire, or are removed, what was not sent yet fails
 * now rather than when it would have been sent; when they are renewed, open questions are asked at once, and nothing that
 * has failed is sent again. When others take their place, those hand over what was not sent yet; what the bank has stays as
 * it was queued. Also, that time was let pass in a sandbox.
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
