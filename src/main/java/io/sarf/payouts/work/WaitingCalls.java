package io.sarf.payouts.work;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.context.ThreadContext;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Runs requests that wait for a bank on threads of their own, so that they hold none of those that serve all other requests.
 * The threads are virtual where the JDK has them.
 */
@ApplicationScoped
public class WaitingCalls {
    /** Requests of this node that may wait at once. */
    public static final int MOST = 64;

    /** Requests of one owner, so that none can take all the room. */
    public static final int MOST_OF_ONE = 16;

    /** No room: the request has had no effect, and may be repeated. */
    public static final class Busy extends RuntimeException {
        Busy() {
            super("Too many requests wait for banks");
        }
    }

    /** Names the call in log lines. */
    private static final String CORRELATION = "correlation";

    private final ThreadContext context;
    private final InFlight<Object> waiting = new InFlight<>(MOST);
    private final ExecutorService threads = threads();

    WaitingCalls(ThreadContext context) {
        this.context = context;
    }

    private static ExecutorService threads() {
        try {
            // Of JDK 21, while this is compiled for 17.
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException older) {
            return new ThreadPoolExecutor(
                    0, MOST, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), work -> new Thread(work, "waiting"));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdown();
    }

    /**
     * @param owner of the request, for example an application
     * @param request runs in the context of the caller's request, and in no transaction
     * @return fails with what the request throws, or with {@link Busy}
     */
    public <T> CompletionStage<T> run(Object owner, Supplier<T> request) {
        var answer = new CompletableFuture<T>();
        if (waiting.take(owner, MOST_OF_ONE, 1) == 0) {
            answer.completeExceptionally(new Busy());
            return answer;
        }
        try {
            var correlation = MDC.get(CORRELATION);
            var answering = answering();
            threads.execute(context.contextualRunnable(() -> {
                var outcome = outcome(owner, request, correlation);
                answering.execute(() -> outcome.accept(answer));
            }));
        } catch (RejectedExecutionException stopping) {
            waiting.give(owner, 1);
            answer.completeExceptionally(new Busy());
        }
        return answer;
    }

    /** On the request's own context, so that log lines about its answer name the call. */
    private static Executor answering() {
        var request = Vertx.currentContext();
        return request == null ? Runnable::run : work -> request.runOnContext(nothing -> work.run());
    }

    private <T> Consumer<CompletableFuture<T>> outcome(
            Object owner, Supplier<T> request, @Nullable Object correlation) {
        if (correlation != null) {
            MDC.put(CORRELATION, correlation);
        }
        try {
            var result = request.get();
            return answer -> answer.complete(result);
        } catch (RuntimeException | Error e) {
            return answer -> answer.completeExceptionally(e);
        } finally {
            MDC.remove(CORRELATION);
            waiting.give(owner, 1);
        }
    }
}
