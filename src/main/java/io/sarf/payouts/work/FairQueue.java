package io.sarf.payouts.work;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
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

    /** Most rows that may wait. A large call counts as a full batch: there are few of them. */
    static final int WAITING = 16_384;

    /** Most rows of one owner that may wait, so that none can take all the room. */
    static final int WAITING_OF_ONE = WAITING / 2;

    /** Most large calls that may wait, and most of one owner. */
    static final int LARGE_WAITING = 8;

    static final int LARGE_WAITING_OF_ONE = 2;

    /** Large calls have a queue of their own, so that an owner's small ones pass them. */
    private record Queue(Object owner, boolean large) {
        static Queue of(Batches.Call one) {
            return new Queue(one.owner(), one.large());
        }
    }

    private final Function<T, Batches.Call> call;
    private final Map<Queue, Deque<T>> queues = new LinkedHashMap<>();
    private final Map<Object, Integer> waitingOf = new HashMap<>();
    private final Set<@Nullable Object> runningKeys = new HashSet<>();
    private int waiting;
    private int largeWaiting;
    private boolean largeRunning;

    FairQueue(Function<T, Batches.Call> call) {
        this.call = call;
    }

    /** False if it is full. */
    boolean add(T one) {
        var added = call.apply(one);
        var queue = Queue.of(added);
        if (waiting >= WAITING
                || waitingOf.getOrDefault(added.owner(), 0) >= WAITING_OF_ONE
                || (added.large() && !roomForLarge(queue))) {
            return false;
        }
        queues.computeIfAbsent(queue, any -> new ArrayDeque<>()).add(one);
        count(added, 1);
        return true;
    }

    private boolean roomForLarge(Queue queue) {
        return largeWaiting < LARGE_WAITING
                && queues.getOrDefault(queue, new ArrayDeque<>()).size() < LARGE_WAITING_OF_ONE;
    }

    /** @param sign 1 for a call that waits from now on, -1 for one that waits no more */
    private void count(Batches.Call one, int sign) {
        var rows = sign * Math.min(one.rows(), ROWS);
        waiting += rows;
        waitingOf.merge(one.owner(), rows, Integer::sum);
        waitingOf.remove(one.owner(), 0);
        if (one.large()) {
            largeWaiting += sign;
        }
    }

    /** Empty if no call waits, or all that wait have the key of a batch that runs. */
    List<T> next() {
        var batch = new Batch();
        Set<Queue> open = new HashSet<>(queues.keySet());
        while (!open.isEmpty()) {
            for (var queue : List.copyOf(queues.keySet())) {
                if (open.contains(queue) && !batch.take(queues.getOrDefault(queue, new ArrayDeque<>()))) {
                    open.remove(queue);
                }
            }
        }
        for (var one : batch.calls) {
            count(call.apply(one), -1);
            last(Queue.of(call.apply(one)));
        }
        return batch.calls;
    }

    /** A queue that was served comes last in the next batch. */
    private void last(Queue queue) {
        var rest = queues.remove(queue);
        if (rest != null && !rest.isEmpty()) {
            queues.put(queue, rest);
        }
    }

    /** The batch does not run any more. */
    void done(List<T> batch) {
        for (var one : batch) {
            runningKeys.remove(call.apply(one).key());
            if (call.apply(one).large()) {
                largeRunning = false;
            }
        }
    }

    private final class Batch {
        final List<T> calls = new ArrayList<>();
        final Map<Object, Integer> rowsOf = new LinkedHashMap<>();
        private int left = ROWS;

        /** Takes the oldest call of an owner; false if there is none that may join. */
        boolean take(Deque<T> queue) {
            var head = queue.peek();
            if (head == null) {
                return false;
            }
            var one = call.apply(head);
            if (!fits(one) || !free(one.key())) {
                return false;
            }
            calls.add(queue.remove());
            left -= one.rows();
            rowsOf.merge(one.owner(), one.rows(), Integer::sum);
            largeRunning |= one.large();
            return true;
        }

        private boolean fits(Batches.Call one) {
            if (calls.isEmpty()) {
                return !one.large() || !largeRunning;
            }
            return one.rows() <= left && rowsOf.getOrDefault(one.owner(), 0) + one.rows() <= ROWS_OF_ONE;
        }

        private boolean free(@Nullable Object key) {
            return key == null || runningKeys.add(key);
        }
    }
}
