package io.sarf.payouts.creation;

import io.sarf.payouts.api.ApiAnswer;
import io.sarf.payouts.work.Batches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Creates payouts in the calling thread. */
@ApplicationScoped
public class SingleCreations {
    private final CreateBatch work;
    private final SerializableTransaction transaction;

    SingleCreations(CreateBatch work, SerializableTransaction transaction) {
        this.work = work;
        this.transaction = transaction;
    }

    public void create(CreationQueue.Call call) {
        create(call, () -> {}, () -> {});
    }

    /** In one batch, unless one of them fails it. */
    public List<CompletableFuture<ApiAnswer>> together(List<CreationQueue.Call> calls) {
        var tasks = new ArrayDeque<Runnable>();
        var batches = new Batches<>(work, transaction, tasks::add, 1);
        var answers = calls.stream()
                .map(call -> batches.submit(call).toCompletableFuture())
                .toList();
        for (var task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        return answers;
    }

    /**
     * @param written what happens in the transaction when all is written
     * @param committed what happens right after it
     */
    public void create(CreationQueue.Call call, Runnable written, Runnable committed) {
        var batches = new Batches<>(
                work,
                batch -> {
                    transaction.accept(() -> {
                        batch.run();
                        written.run();
                    });
                    committed.run();
                },
                Runnable::run,
                1);
        try {
            batches.submit(call).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : e;
        }
    }
}
