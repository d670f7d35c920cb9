package io.sarf.testing;

import io.sarf.development.Effort;
import io.sarf.development.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what comes by itself in its own time: until nothing has moved for a while ({@link Patience}). */
public final class Eventually {
    private static final Duration STILL = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LOOK = Duration.ofMillis(100);

    private Eventually() {}

    /**
     * The first answer there is.
     *
     * @param what words for the error when none comes
     */
    public static <T> T get(String what, Supplier<Optional<T>> source) {
        return get(what, STILL, source);
    }

    /** The same for what takes longer, on a machine with nothing else to do. */
    public static <T> T get(String what, Duration still, Supplier<Optional<T>> source) {
        return get(what, still, () -> "", source);
    }

    /**
     * The same for what can be seen to come nearer.
     *
     * @param progress what is seen of it, for example a row or the size of a log
     */
    public static <T> T get(String what, Duration still, Supplier<?> progress, Supplier<Optional<T>> source) {
        var patience = new Patience(still, LONGEST);
        while (true) {
            Optional<T> answer = source.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (patience.isOver(progress.get())) {
                throw new AssertionError("No " + what + " " + patience.reason());
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** Until it holds. */
    public static void holds(String what, BooleanSupplier condition) {
        get(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** Until a process has ended, as long as it works or writes to its log; what it has ended with. */
    public static int ended(String what, Process process, Path log) {
        return get(
                "end of " + what,
                STILL.multipliedBy(4),
                () -> Effort.of(process.toHandle(), log),
                () -> process.isAlive() ? Optional.empty() : Optional.of(process.exitValue()));
    }
}
