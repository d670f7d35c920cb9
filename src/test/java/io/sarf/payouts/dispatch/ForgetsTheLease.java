package io.sarf.payouts.dispatch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.work.Lease;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Broken on purpose: a node that records what it was told, whoever is at the payout by then. */
final class ForgetsTheLease extends PlantedNode {
    private final EntityManager entities;
    private final Clock clock;

    ForgetsTheLease(
            PrepareSteps prepare,
            RecordAnswers record,
            Connections connections,
            Banks banks,
            EntityManager entities,
            Clock clock) {
        super(prepare, record, connections, banks);
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    Lease recording(Lease lease) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("UPDATE payout_task SET lease_owner = :owner,"
                                + " due_at = LEAST(due_at, :now) WHERE id = :id")
                        .setParameter("now", clock.instant())
                        .setParameter("owner", lease.owner())
                        .setParameter("id", lease.work())
                        .executeUpdate());
        return lease;
    }
}
