package io.sarf.payouts.workqueue;

import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.work.WorkTable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says where parked work is found. The work's own row decides whether it is parked still. */
@Entity(name = "ParkedWork")
class ParkedEntry {
    /** Of the work. */
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private WorkQueue.Name queue;

    private @Nullable ApplicationId application;

    @Enumerated(EnumType.STRING)
    private @Nullable Environment environment;

    private @Nullable String fault;
    private Instant parkedAt;

    @SuppressWarnings("NullAway.Init")
    protected ParkedEntry() {}

    ParkedEntry(WorkTable.Faulty row, WorkQueue.Name queue, @Nullable Chain chain, Instant at) {
        this.id = row.work();
        this.queue = queue;
        this.application = chain == null ? null : chain.application();
        this.environment = chain == null ? null : chain.environment();
        this.fault = row.fault();
        this.parkedAt = at;
    }

    ParkedWork.Item item() {
        return new ParkedWork.Item(id, queue, application, environment, fault, parkedAt);
    }

    UUID id() {
        return id;
    }

    WorkQueue.Name queue() {
        return queue;
    }
}
