package io.sarf.testing;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits, bounded, for what comes by itself in its own time. */
public final class Eventually {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Eventually() {}

    /**
     * The first answer there is.
     *
     * @param what words for the error when none comes within half a minute
     */
    public static <T> T get(String what, Supplier<Optional<T>> source) {
        return get(what, LIMIT, source);
    }

    /** The same for what takes longer. */
    public static <T> T get(String what, Duration limit, Supplier<Optional<T>> source) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<T> answer = source.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("No " + what + " within " + limit);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
