package io.sarf.payouts.payout;

import io.sarf.payouts.application.ScopedRows;
import io.sarf.payouts.destination.DestinationEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/**
 * Notices, inside the transaction, that a payee is edited. Each of its payouts that somebody may authorize, or is
 * authorizing, has changed then: what was shown before is not authorized, and a code that is on the way is not used.
 */
@ApplicationScoped
class EditedPayees {
    private static final String SHOWN = " and destination = :destination and (status = 'AWAITING_AUTHORIZATION'"
            + " or (status = 'AUTHORIZING' and authorization is not null))";

    private final PayoutTasks tasks;
    private final EntityManager entities;

    EditedPayees(PayoutTasks tasks, EntityManager entities) {
        this.tasks = tasks;
        this.entities = entities;
    }

    void on(@Observes DestinationEvent.Edited event) {
        var scope = event.scope();
        var shown = ScopedRows.bound(
                        scope,
                        entities.createQuery("select id from Payout where " + ScopedRows.WITHIN + SHOWN, UUID.class))
                .setParameter("destination", event.destination().value())
                .getResultStream()
                .map(PayoutId::new)
                .toList();
        tasks.lock(scope, shown);
        entities.createQuery(
                        "update versioned Payout set revision = revision + 1 where " + ScopedRows.WITHIN + SHOWN)
                .setParameter("application", scope.application().value())
                .setParameter("environment", scope.environment())
                .setParameter("destination", event.destination().value())
                .executeUpdate();
    }
}
