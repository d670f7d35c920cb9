package io.sarf.payouts.work;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Work for many in one transaction that one of them must not fail for the others. */
public final class Halves {
    private Halves() {}

    /**
     * Runs work for all. If it fails, runs it for each half, until what fails is alone. While the database cannot be reached,
     * all fail at once.
     *
     * @param work one transaction, which leaves nothing behind when it fails
     * @param done takes the result of each transaction at once, before the next one begins; what it throws ends everything
     * @param failed takes what failed alone; what it throws ends everything
     */
    public static <T, R> void run(
            List<T> all, Function<List<T>, R> work, Consumer<R> done, BiConsumer<T, RuntimeException> failed) {
        if (all.isEmpty()) {
            return;
        }
        R result;
        try {
            result = work.apply(all);
        } catch (RuntimeException | Error e) {
            if (all.size() == 1 || Collisions.unreachable(e)) {
                var fault = e instanceof RuntimeException known ? known : new IllegalStateException(e);
                all.forEach(one -> failed.accept(one, fault));
            } else {
                run(all.subList(0, all.size() / 2), work, done, failed);
                run(all.subList(all.size() / 2, all.size()), work, done, failed);
            }
            return;
        }
        done.accept(result);
    }
}
