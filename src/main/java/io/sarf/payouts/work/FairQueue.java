package io.sarf.payouts.work;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts waiting calls together to batches: owners in turns, each with a limited number of rows. Not for several threads. */
final class FairQueue<T> {
    /** Rows in a batch. */
    static final int ROWS = 512;

    /** Rows of one owner in a batch. */
    static final int ROWS_OF_ONE = 256;

    /** Most rows that may wait. */
    static final int WAITING = 16_384;

    private final Function<T, Batches.Call> call;
    private final Map<Object, Deque<T>> queues = new LinkedHashMap<>();
    private final Set<@Nullable Object> runningKeys = new HashSet<>();
    private int waiting;

    FairQueue(Function<T, Batches.Call> call) {
        this.call = call;
    }

    /** False if it is full. */
    boolean add(T one) {
        if (waiting >= WAITING) {
            return false;
        }
        queues.computeIfAbsent(call.apply(one).owner(), any -> new ArrayDeque<>())
                .add(one);
        waiting += call.apply(one).rows();
        return true;
    }

    /** Empty if no call waits, or all that wait have the key of a batch that runs. */
    List<T> next() {
        var batch = new Batch();
        Set<Object> open = new HashSet<>(queues.keySet());
        while (!open.isEmpty()) {
            for (var owner : List.copyOf(queues.keySet())) {
                if (open.contains(owner) && !batch.take(queues.getOrDefault(owner, new ArrayDeque<>()))) {
                    open.remove(owner);
                }
            }
        }
        waiting -= ROWS - batch.left;
        batch.rowsOf.keySet().forEach(this::last);
        return batch.calls;
    }

    /** An owner that was served comes last in the next batch. */
    private void last(Object owner) {
        var queue = queues.remove(owner);
        if (queue != null && !queue.isEmpty()) {
            queues.put(owner, queue);
        }
    }

    /** The batch does not run any more. */
    void done(List<T> batch) {
        batch.forEach(one -> runningKeys.remove(call.apply(one).key()));
    }

    private final class Batch {
        final List<T> calls = new ArrayList<>();
        final Map<Object, Integer> rowsOf = new LinkedHashMap<>();
        private int left = ROWS;

        /** Takes the oldest call of an owner; false if there is none that may join. */
        boolean take(Deque<T> queue) {
            var head = queue.peek();
            if (head == null
                    || !fits(call.apply(head))
                    || !free(call.apply(head).key())) {
                return false;
            }
            calls.add(queue.remove());
            left -= call.apply(head).rows();
            rowsOf.merge(call.apply(head).owner(), call.apply(head).rows(), Integer::sum);
            return true;
        }

        /** A call with more rows than a batch may have is a batch of its own. */
        private boolean fits(Batches.Call one) {
            return calls.isEmpty()
                    || (one.rows() <= left && rowsOf.getOrDefault(one.owner(), 0) + one.rows() <= ROWS_OF_ONE);
        }

        private boolean free(@Nullable Object key) {
            return key == null || runningKeys.add(key);
        }
    }
}
