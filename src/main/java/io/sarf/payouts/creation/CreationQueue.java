package io.sarf.payouts.creation;

import io.quarkus.runtime.ShutdownEvent;
import io.sarf.payouts.api.ApiAnswer;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.idempotency.Idempotency;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.payout.CreatePayouts;
import io.sarf.payouts.payout.NewPayout;
import io.sarf.payouts.payout.Parties;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.work.Batches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Creates payouts of all callers in shared transactions. */
@ApplicationScoped
public class CreationQueue {
    /**
     * One call of a client, or one form of a person, that creates payouts: all of them, or none.
     *
     * @param secret of a client: it must live when the payouts are written. Null for a person
     * @param idempotency null for a call without a key
     * @param bodyBytes 0 for a form
     * @param wanted empty for a call that is refused by its body alone
     */
    public record Call(
            Scope scope,
            @Nullable UUID secret,
            Actor by,
            Idempotency.@Nullable KeyedCall idempotency,
            int bodyBytes,
            List<Wanted> wanted,
            Rules rules)
            implements Batches.Call {

        /** @param id assigned on arrival: if the end of a commit is unknown, the payout is looked up by it */
        public record Wanted(PayoutId id, NewPayout payout) {}

        public interface Rules {
            /**
             * Decides in the transaction of the batch, whose reads take shared locks. Writes nothing.
             *
             * @throws ApiFault if accounts, payees or banks do not allow it; not stored as the key's answer
             * @throws Refusal the same for a person. Anything else that is thrown undoes the batch
             */
            Plan plan(Call call, Parties parties);
        }

        /** Why a person may not: the call gets the reason, and no other call of its batch is harmed. */
        public static final class Refusal extends RuntimeException {
            private static final long serialVersionUID = 1L;

            private final RuntimeException reason;

            public Refusal(RuntimeException reason) {
                super(reason.getMessage(), reason, false, false);
                this.reason = reason;
            }

            RuntimeException reason() {
                return reason;
            }
        }

        /**
         * What a call that may create its payouts leads to.
         *
         * @param answer the answer to this call, and to any later call with the same key
         * @param write writes what the payouts need and makes them, once the key is taken. What it throws undoes the batch;
         *     the call then runs alone, and its caller gets what was thrown
         */
        public record Plan(ApiAnswer answer, Supplier<CreatePayouts.Made> write) {}

        @Override
        public Object owner() {
            return scope;
        }

        /** A large body counts as many payouts: it stays in memory until the call is answered. */
        @Override
        public int rows() {
            return wanted.isEmpty() ? 1 : Math.max(1 + bodyBytes / BYTES_OF_ONE, wanted.size());
        }

        @Override
        public @Nullable Object key() {
            return idempotency == null ? null : idempotency.identity();
        }
    }

    private static final int LANES = 2;
    private static final int BYTES_OF_ONE = 4_096;

    private final ExecutorService threads = Executors.newFixedThreadPool(LANES, work -> new Thread(work, "creation"));
    private final Batches<Call, ApiAnswer> batches;

    CreationQueue(CreateBatch work, SerializableTransaction transaction) {
        this.batches = new Batches<>(work, transaction, threads, LANES);
    }

    /** Completes after the commit. */
    public CompletionStage<ApiAnswer> submit(Call call) {
        return batches.submit(call);
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdown();
    }
}
