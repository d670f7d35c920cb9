package io.sarf.payouts.bank;

import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.work.Background;
import io.sarf.payouts.work.Coalesced;
import io.sarf.payouts.work.Lease;
import io.sarf.payouts.work.WorkTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Takes due work to banks: as much at once as each bank has free calls, an equal part of it for each share. */
public final class WorkAtBanks {
    /**
     * Work of one application at one bank, or one kind of it.
     *
     * @param columns by which the table shares its work out, at least {@code bank} and {@code application}
     */
    public record Share(Map<String, Object> columns) {
        public String bank() {
            return (String) Objects.requireNonNull(columns.get("bank"));
        }

        public UUID application() {
            return (UUID) Objects.requireNonNull(columns.get("application"));
        }
    }

    /** Claims work of a table with the columns of {@link Share}, each time in a short transaction of its own. */
    @ApplicationScoped
    @Background
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public static class Claims {
        private final Ids ids;
        private final Clock clock;

        Claims(Ids ids, Clock clock) {
            this.ids = ids;
            this.clock = clock;
        }

        /** Whose work is due, and at which banks. */
        public List<Share> due(WorkTable table) {
            return table.dueShares(clock.instant()).stream().map(Share::new).toList();
        }

        /** Claims an equal part for each share, {@code most} in all, or one alone. Committed when this returns. */
        public List<Lease> claim(WorkTable table, List<Share> shares, int most, Duration length) {
            return table.claim(shares.stream().map(Share::columns).toList(), most, ids.next(), clock.instant(), length);
        }
    }

    public interface Queue {
        BankConcurrency.Use use();

        List<Share> due();

        /** Claims an equal part for each share, {@code most} in all, or one alone. Committed when this returns. */
        List<Lease> claim(List<Share> shares, int most);

        /**
         * Does the work, and gives back a call of the bank for each lease as soon as its call has ended.
         *
         * @return completes, also exceptionally, when all has ended
         */
        CompletionStage<?> run(String bank, List<Lease> leases);
    }

    private static final Logger LOG = Logger.getLogger(WorkAtBanks.class);

    private final Queue queue;
    private final BankConcurrency concurrency;
    private final Set<String> full = ConcurrentHashMap.newKeySet();
    private final Coalesced claiming = new Coalesced(this::work);
    private final ExecutorService more = Executors.newSingleThreadExecutor(work -> new Thread(work, "claim"));

    public WorkAtBanks(Queue queue, BankConcurrency concurrency) {
        this.queue = queue;
        this.concurrency = concurrency;
        concurrency.whenFree(queue.use(), this::soon);
    }

    private void soon() {
        try {
            more.execute(claiming::run);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Stopped: another node takes on what is due", stopping);
        }
    }

    public void stop() {
        more.shutdown();
    }

    /** Claims what is due and returns; goes on as calls end. */
    public void run() {
        claiming.run();
    }

    private void work() {
        var shares = new ArrayList<>(queue.due());
        // Random order, so that none is always last: neither with more applications than free calls, nor of the banks.
        Collections.shuffle(shares);
        shares.stream()
                .collect(Collectors.groupingBy(Share::bank, LinkedHashMap::new, Collectors.toList()))
                .forEach((bank, applications) -> {
                    try {
                        work(bank, applications);
                    } catch (RuntimeException e) {
                        // What was claimed becomes due again; the other banks go on.
                        LOG.errorf(e, "Work at %s is taken on later", bank);
                    }
                });
    }

    private void work(String bank, List<Share> applications) {
        full.add(bank);
        if (takeOn(bank, applications)) {
            takeOn(bank, applications);
        }
    }

    /**
     * Claims no more than the bank has free calls: more would wait while leases run out.
     *
     * @return whether what was claimed is work that goes alone, so that the others have not had their turn
     */
    private boolean takeOn(String bank, List<Share> applications) {
        var free = concurrency.take(bank, queue.use());
        if (free == 0) {
            return false;
        }
        var claimed = 0;
        try {
            var leases = queue.claim(applications, free);
            claimed = leases.size();
            var alone = leases.stream().anyMatch(Lease::alone);
            if (claimed < free && !alone) {
                full.remove(bank);
            }
            queue.run(bank, leases).whenCompleteAsync((done, failure) -> goOn(bank, alone), more);
            return alone;
        } finally {
            concurrency.give(bank, queue.use(), free - claimed);
        }
    }

    /** More may be due than could be claimed. */
    private void goOn(String bank, boolean alone) {
        if (full.remove(bank) || alone) {
            claiming.run();
        }
    }
}
