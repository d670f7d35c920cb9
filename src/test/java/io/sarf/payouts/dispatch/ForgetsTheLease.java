package io.sarf.payouts.dispatch;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.payout.AdvancePayout;
import io.sarf.payouts.platform.Lease;
import jakarta.persistence.EntityManager;

/** Broken on purpose: a node that records what it was told, whoever is at the payout by then. */
final class ForgetsTheLease extends PlantedNode {
    private final EntityManager entities;

    ForgetsTheLease(AdvancePayout advance, Connections connections, Banks banks, EntityManager entities) {
        super(advance, connections, banks);
        this.entities = entities;
    }

    @Override
    Lease recording(Lease lease) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery("UPDATE payout_task SET lease_owner = :owner WHERE id = :id")
                        .setParameter("owner", lease.owner())
                        .setParameter("id", lease.work())
                        .executeUpdate());
        return lease;
    }
}
