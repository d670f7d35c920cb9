package io.sarf.payouts.journal;

import io.sarf.payouts.application.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ReaderCursors {
    private final EntityManager entities;

    ReaderCursors(EntityManager entities) {
        this.entities = entities;
    }

    /** The last sequence the reader has read. The row stays locked until the transaction ends. */
    long locked(Scope scope, String reader) {
        var chain = Chain.of(scope).name();
        entities.createNativeQuery("INSERT INTO journal_reader (reader, chain, sequence) VALUES (:reader, :chain, 0)"
                        + " ON DUPLICATE KEY UPDATE sequence = sequence")
                .setParameter("reader", reader)
                .setParameter("chain", chain)
                .executeUpdate();
        return ((Number) entities.createNativeQuery("SELECT sequence FROM journal_reader"
                                + " WHERE reader = :reader AND chain = :chain FOR UPDATE")
                        .setParameter("reader", reader)
                        .setParameter("chain", chain)
                        .getSingleResult())
                .longValue();
    }

    void move(Scope scope, String reader, long to) {
        entities.createNativeQuery(
                        "UPDATE journal_reader SET sequence = :place WHERE reader = :reader AND chain = :chain")
                .setParameter("place", to)
                .setParameter("reader", reader)
                .setParameter("chain", Chain.of(scope).name())
                .executeUpdate();
    }
}
