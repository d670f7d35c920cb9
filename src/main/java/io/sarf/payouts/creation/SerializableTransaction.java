package io.sarf.payouts.creation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.function.Consumer;

/**
 * A transaction in which every read takes shared locks. A lock mode of a query does the same, but Hibernate translates
 * such a query again at each call, which took a third of a payout's processor time.
 */
@ApplicationScoped
class SerializableTransaction implements Consumer<Runnable> {
    private final EntityManager entities;

    SerializableTransaction(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void accept(Runnable work) {
        QuarkusTransaction.requiringNew().run(() -> {
            serializable();
            work.run();
        });
    }

    /** In a transaction that has made no statement yet. */
    void serializable() {
        entities.createNativeQuery("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE")
                .executeUpdate();
    }
}
