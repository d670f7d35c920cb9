package io.sarf.payouts.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs calls in shared transactions. Calls that arrive during a transaction share the next one; an idle node starts at
 * once, with a batch of one. No call is answered before its commit.
 */
public final class Batches<C extends Batches.Call, R> {
    public interface Call {
        /** Whose call it is. A batch takes calls of all owners in turns, and a limited number of rows of each. */
        Object owner();

        default int rows() {
            return 1;
        }

        /** Has more rows than a batch: it is a batch of its own, and one of these runs at a time. */
        default boolean large() {
            return rows() > FairQueue.ROWS;
        }

        /** Calls with equal keys run one after the other. */
        default @Nullable Object key() {
            return null;
        }
    }

    /** What became of one call. A fault means that nothing was written for it. */
    public record Outcome<R>(@Nullable R result, @Nullable RuntimeException fault) {
        public static <R> Outcome<R> of(R result) {
            return new Outcome<>(result, null);
        }

        public static <R> Outcome<R> fault(RuntimeException fault) {
            return new Outcome<>(null, fault);
        }
    }

    public interface Work<C, R> {
        /** Inside the transaction: an outcome for each call, in order, when all rows are written. */
        List<Outcome<R>> run(List<C> calls);

        /**
         * In a transaction of its own: whether the call's rows were committed. Reads under a lock and so waits until the
         * transaction that wrote them has ended.
         */
        boolean committed(C call);

        /** The fault of a call that finds the queue full. */
        default RuntimeException full() {
            return new IllegalStateException("Too many calls wait");
        }

        /** The fault of a call whose rows another transaction holds for too long. */
        default RuntimeException busy(C call) {
            return new IllegalStateException("Rows are in use: " + call);
        }

        /** The fault of a call of which nobody can say whether it was committed. It must not invite to a new try. */
        default RuntimeException unknown(C call) {
            return new IllegalStateException("It is not known whether this was committed: " + call);
        }
    }

    private static final Logger LOG = Logger.getLogger(Batches.class);

    private record Waiting<C, R>(C call, CompletableFuture<R> answer, int tried) {}

    /** Between two tries: two seconds for rows that another transaction holds, ten for a commit without an answer. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    static final int TRIES_LOCKED = 100;

    /** A large call waits for locks itself, and each try of it takes long. */
    static final int TRIES_LOCKED_LARGE = 2;

    static final int TRIES_UNKNOWN = 500;

    private final Work<C, R> work;
    private final Consumer<Runnable> transaction;
    private final Executor executor;
    private final int lanes;
    private final FairQueue<Waiting<C, R>> queue = new FairQueue<>(Waiting::call);
    private int running;

    /**
     * @param transaction runs something in a transaction of its own
     * @param lanes batches that may run at once: while one commits, another is prepared
     */
    public Batches(Work<C, R> work, Consumer<Runnable> transaction, Executor executor, int lanes) {
        this.work = work;
        this.transaction = transaction;
        this.executor = executor;
        this.lanes = lanes;
    }

    public CompletionStage<R> submit(C call) {
        var added = new Waiting<C, R>(call, new CompletableFuture<>(), 0);
        add(added);
        return added.answer();
    }

    private void add(Waiting<C, R> one) {
        synchronized (this) {
            if (!queue.add(one)) {
                one.answer().completeExceptionally(work.full());
                return;
            }
            if (running == lanes) {
                return;
            }
            running++;
        }
        try {
            executor.execute(this::drain);
        } catch (RejectedExecutionException stopping) {
            synchronized (this) {
                running--;
            }
            one.answer().completeExceptionally(work.full());
        }
    }

    private void drain() {
        for (var batch = next(List.of()); !batch.isEmpty(); batch = next(batch)) {
            settle(batch, 1);
        }
    }

    private synchronized List<Waiting<C, R>> next(List<Waiting<C, R>> last) {
        queue.done(last);
        var batch = queue.next();
        if (batch.isEmpty()) {
            running--;
        }
        return batch;
    }

    private void settle(List<Waiting<C, R>> batch, int tried) {
        var begun = new AtomicBoolean();
        var written = new ArrayList<Outcome<R>>();
        try {
            transaction.accept(() -> {
                begun.set(true);
                written.addAll(work.run(batch.stream().map(Waiting::call).toList()));
            });
            answer(batch, written);
        } catch (RuntimeException | Error e) {
            if (!begun.get()) {
                // The database is away, which is no call's fault.
                batch.forEach(one -> one.answer().completeExceptionally(e));
            } else if (written.isEmpty() || Collisions.behind(e)) {
                again(batch, tried, e);
            } else {
                LOG.warnf(e, "The end of a commit is unknown: %d calls are looked up", batch.size());
                for (var i = 0; i < batch.size(); i++) {
                    lookUp(batch.get(i), written.get(i), tried, e);
                }
            }
        }
    }

    private static <C, R> void answer(List<Waiting<C, R>> batch, List<Outcome<R>> outcomes) {
        for (var i = 0; i < batch.size(); i++) {
            var fault = outcomes.get(i).fault();
            if (fault == null) {
                batch.get(i).answer().complete(outcomes.get(i).result());
            } else {
                batch.get(i).answer().completeExceptionally(fault);
            }
        }
    }

    /** Nothing was written. A batch is halved, so that one call cannot fail the others. */
    private void again(List<Waiting<C, R>> batch, int tried, Throwable reason) {
        if (batch.size() > 1 && !Collisions.unreachable(reason)) {
            LOG.debugf(reason, "A batch of %d calls is split", batch.size());
            settle(batch.subList(0, batch.size() / 2), 1);
            settle(batch.subList(batch.size() / 2, batch.size()), 1);
        } else if (Collisions.behind(reason) && tried < Collisions.TRIES) {
            settle(batch, tried + 1);
        } else if (Collisions.locked(reason)) {
            batch.forEach(this::later);
        } else {
            batch.forEach(one -> one.answer().completeExceptionally(reason));
        }
    }

    private void later(Waiting<C, R> one) {
        if (one.tried() == (one.call().large() ? TRIES_LOCKED_LARGE : TRIES_LOCKED)) {
            one.answer().completeExceptionally(work.busy(one.call()));
        } else {
            CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> add(new Waiting<>(one.call(), one.answer(), one.tried() + 1)));
        }
    }

    /**
     * The commit may have happened: the call runs again only when it is certain that it did not. Holds its lane meanwhile,
     * as its key must not be free.
     */
    private void lookUp(Waiting<C, R> one, Outcome<R> outcome, int tried, Throwable reason) {
        if (outcome.fault() != null || committed(one).orElse(false)) {
            answer(List.of(one), List.of(outcome));
        } else if (!one.answer().isDone() && tried < Collisions.TRIES) {
            settle(List.of(one), tried + 1);
        } else {
            one.answer().completeExceptionally(reason);
        }
    }

    /** Empty if it cannot be found out; the call is answered then. */
    private Optional<Boolean> committed(Waiting<C, R> one) {
        for (var look = 0; look < TRIES_UNKNOWN; look++) {
            try {
                return Optional.of(work.committed(one.call()));
            } catch (RuntimeException away) {
                LOG.debug("A call cannot be looked up", away);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        one.answer().completeExceptionally(work.unknown(one.call()));
        return Optional.empty();
    }
}
