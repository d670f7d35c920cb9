package io.sarf.payouts.workqueue;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.work.Collisions;
import io.sarf.payouts.work.WorkTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Work that failed too often, so that nobody takes it until a representative lets it be tried again. */
@ApplicationScoped
@Transactional
public class ParkedWork {
    private static final Logger LOG = Logger.getLogger(ParkedWork.class);
    private static final int LISTED = 100;
    private static final int LOOKED_AT = 1_000;

    /**
     * @param id of the work, by which the log names it too
     * @param application null for work of no application, or of several
     * @param environment null for work of a team
     * @param fault the class of the last exception; null if the process ended instead
     */
    public record Item(
            UUID id,
            WorkQueue.Name queue,
            @Nullable ApplicationId application,
            @Nullable Environment environment,
            @Nullable String fault,
            Instant parkedAt) {}

    private final Map<WorkQueue.Name, WorkQueue> queues;
    private final EntityManager entities;
    private final Journal journal;
    private final Clock clock;

    ParkedWork(@All List<WorkQueue> queues, EntityManager entities, Journal journal, Clock clock) {
        this.queues = queues.stream().collect(Collectors.toMap(WorkQueue::name, Function.identity()));
        this.entities = entities;
        this.journal = journal;
        this.clock = clock;
    }

    /** Newest first, 100 at most. */
    @AcrossApplications
    public List<Item> newest() {
        var entries = entities.createQuery("from ParkedWork order by parkedAt desc, id desc", ParkedEntry.class)
                .setMaxResults(LISTED)
                .getResultList();
        var parked = new HashSet<UUID>();
        entries.stream()
                .collect(Collectors.groupingBy(
                        ParkedEntry::queue, Collectors.mapping(ParkedEntry::id, Collectors.toList())))
                .forEach((queue, ids) -> parked.addAll(queue(queue).table().parked(ids)));
        return entries.stream()
                .filter(entry -> parked.contains(entry.id()))
                .map(ParkedEntry::item)
                .toList();
    }

    @AcrossApplications
    long count(WorkQueue.Name queue) {
        return entities.createQuery("select count(*) from ParkedWork where queue = :queue", Long.class)
                .setParameter("queue", queue)
                .getSingleResult();
    }

    /**
     * Makes work due now, with all its tries. Not inside a transaction.
     *
     * @throws Refused {@code STALE} if it is not parked any more
     */
    @AcrossApplications
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void tryAgain(UUID id, Actor by) {
        named(id, named -> resume(id, by, named));
    }

    /** In a transaction. What the work is about may be just what cannot be read: then the journal says nothing of it. */
    private static void named(UUID work, Consumer<Boolean> change) {
        try {
            Collisions.outlasting(Collisions.TRIES, () -> {
                QuarkusTransaction.requiringNew().run(() -> change.accept(true));
                return work;
            });
        } catch (Refused stale) {
            throw stale;
        } catch (Exception e) {
            if (Collisions.behind(e) || Collisions.unreachable(e)) {
                throw new IllegalStateException(e);
            }
            LOG.errorf(e, "%s cannot be named in the journal", work);
            QuarkusTransaction.requiringNew().run(() -> change.accept(false));
        }
    }

    @AcrossApplications
    private void resume(UUID id, Actor by, boolean named) {
        var entry = entities.find(ParkedEntry.class, id);
        if (entry == null || !queue(entry.queue()).table().resume(id, clock.instant())) {
            throw new Refused("STALE", "It is not parked any more.");
        }
        var queue = queue(entry.queue());
        var about = named ? queue.about(id) : Optional.<WorkQueue.About>empty();
        about.ifPresent(one -> journal.record(change(queue.name().resumed(), one, by)));
        entities.remove(entry);
    }

    /** Parks a row, unless another node did, or somebody made it due again. Not inside a transaction. */
    @AcrossApplications
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void park(WorkQueue queue, WorkTable.Faulty row) {
        named(row.work(), named -> park(queue, row, named));
    }

    @AcrossApplications
    private void park(WorkQueue queue, WorkTable.Faulty row, boolean named) {
        var now = clock.instant();
        if (!queue.table().park(row.work(), now)) {
            return;
        }
        var about = named ? queue.about(row.work()) : Optional.<WorkQueue.About>empty();
        entities.merge(new ParkedEntry(
                row, queue.name(), about.map(WorkQueue.About::chain).orElse(null), now));
        about.ifPresent(one ->
                journal.record(change(queue.name().parked(), one, Actor.SYSTEM).with("fault", row.fault())));
        LOG.errorf("%s %s is parked: it failed too often, last by %s", queue.name(), row.work(), row.fault());
    }

    /**
     * Removes entries of work that was made due again elsewhere, for example by resending a webhook. Checks the newest
     * thousand.
     */
    @AcrossApplications
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void forgetResumed(WorkQueue queue) {
        var entries = entities.createQuery(
                        "from ParkedWork where queue = :queue order by parkedAt desc, id desc", ParkedEntry.class)
                .setParameter("queue", queue.name())
                .setMaxResults(LOOKED_AT)
                .getResultList();
        var parked = queue.table().parked(entries.stream().map(ParkedEntry::id).toList());
        entries.stream().filter(entry -> !parked.contains(entry.id())).forEach(entities::remove);
    }

    private static Change change(String type, WorkQueue.About about, Actor by) {
        return Change.of(about.chain(), type, about.subject(), by);
    }

    private WorkQueue queue(WorkQueue.Name name) {
        return Optional.ofNullable(queues.get(name)).orElseThrow();
    }
}
