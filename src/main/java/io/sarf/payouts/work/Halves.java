package io.sarf.payouts.work;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Work for many in one transaction that one of them must not fail for the others. */
public final class Halves {
    private Halves() {}

    /**
     * Runs work for all. If it fails, runs it for each half, until what fails is alone.
     *
     * @param work one transaction, which leaves nothing behind when it fails
     * @param failed takes what failed alone; what it throws ends everything
     * @return the results of all that did not fail, in order
     */
    public static <T, R> List<R> of(
            List<T> all, Function<List<T>, List<R>> work, BiConsumer<T, RuntimeException> failed) {
        if (all.isEmpty()) {
            return List.of();
        }
        List<R> done;
        try {
            done = work.apply(all);
        } catch (RuntimeException e) {
            if (all.size() == 1) {
                failed.accept(all.get(0), e);
                return List.of();
            }
            done = new ArrayList<>(of(all.subList(0, all.size() / 2), work, failed));
            done.addAll(of(all.subList(all.size() / 2, all.size()), work, failed));
        }
        return done;
    }
}
