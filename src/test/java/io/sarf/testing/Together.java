package io.sarf.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Several things at the same moment, each on a thread of its own. */
public final class Together {
    /** What came of one of them: a value or a fault. */
    public record Outcome<T>(@Nullable T value, @Nullable Throwable fault) {
        public T get() {
            if (fault != null) {
                throw new AssertionError("One of several at once failed", fault);
            }
            return value;
        }

        public boolean failed() {
            return fault != null;
        }
    }

    private Together() {}

    /** Starts all of them when the last one is ready, and gives what came of each, in their order. */
    public static <T> List<Outcome<T>> run(List<? extends Callable<? extends T>> several) {
        var start = new CyclicBarrier(several.size());
        var threads = Executors.newFixedThreadPool(several.size());
        try {
            List<Future<T>> started = new ArrayList<>();
            for (Callable<? extends T> one : several) {
                started.add(threads.submit(() -> {
                    start.await();
                    return one.call();
                }));
            }
            return started.stream().map(Together::outcome).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    /** The same thing {@code times} times at once. */
    public static <T> List<Outcome<T>> run(int times, Callable<? extends T> one) {
        return run(IntStream.range(0, times).mapToObj(each -> one).toList());
    }

    private static <T> Outcome<T> outcome(Future<T> one) {
        Eventually.holds("end of one of several at once", one::isDone);
        try {
            return new Outcome<>(one.get(), null);
        } catch (ExecutionException failed) {
            return new Outcome<>(null, failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
