package io.sarf.payouts.workqueue;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.work.WorkTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** Parks work when a test says so, and plays nodes that die of it. */
@ApplicationScoped
public class ParkingByHand {
    /** Claims without an outcome after which work is parked. */
    public static final int TRIES = 10;

    /** Over when it begins, as that of a node that died long ago. */
    private static final Duration LEASE = Duration.ofMillis(-1);

    private final List<WorkQueue> queues;
    private final ParkWork park;
    private final ParkedWork parked;
    private final Ids ids;
    private final Clock clock;

    ParkingByHand(@All List<WorkQueue> queues, ParkWork park, ParkedWork parked, Ids ids, Clock clock) {
        this.queues = queues;
        this.park = park;
        this.parked = parked;
        this.ids = ids;
        this.clock = clock;
    }

    /** Nodes take all that is due in a queue, one node after the other, and die before anything is recorded. */
    public void nodesDie(WorkQueue.Name name, int nodes) {
        var table = queue(name).table();
        var taken = new HashMap<UUID, Integer>();
        while (QuarkusTransaction.requiringNew()
                .call(() -> table.claim(1_000, ids.next(), clock.instant(), LEASE))
                .stream()
                .anyMatch(lease -> taken.merge(lease.work(), 1, Integer::sum) == 1)) {
            continue;
        }
        taken.forEach((work, times) -> die(table, nodes - times, work));
        park.run();
    }

    /** Nodes die with this work. */
    public void nodesDie(WorkQueue.Name name, int nodes, UUID work) {
        die(queue(name).table(), nodes, work);
        park.run();
    }

    /** One node dies with this work, and nobody looks at what is to be parked. */
    void nodeDies(WorkQueue.Name name, UUID work) {
        die(queue(name).table(), 1, work);
    }

    private void die(WorkTable table, int nodes, UUID work) {
        for (var node = 0; node < nodes; node++) {
            QuarkusTransaction.requiringNew().call(() -> table.claimOne(work, ids.next(), clock.instant(), LEASE));
        }
    }

    public void run() {
        park.run();
    }

    public List<ParkedWork.Item> parked(WorkQueue.Name queue) {
        return parked.newest().stream().filter(one -> one.queue() == queue).toList();
    }

    /** A representative has all that is parked there tried again. */
    public void resume(WorkQueue.Name queue) {
        parked(queue).forEach(one -> parked.tryAgain(one.id(), Actor.SYSTEM));
    }

    private WorkQueue queue(WorkQueue.Name name) {
        return queues.stream().filter(queue -> queue.name() == name).findFirst().orElseThrow();
    }
}
