package io.sarf.payouts.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.payouts.bank.BankConcurrency.Use;
import io.sarf.payouts.bank.WorkAtBanks.Share;
import io.sarf.payouts.work.Lease;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.Eventually;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkAtBanksTest {
    private static final String BANK = "BANK";

    private final BankConcurrency concurrency = new BankConcurrency(List::of, new MovableClock());
    private final List<String> done = new ArrayList<>();
    private final Queue<Supplier<List<Lease>>> claims = new ArrayDeque<>();
    private final WorkAtBanks work = new WorkAtBanks(new Payouts(), concurrency);

    private final class Payouts implements WorkAtBanks.Queue {
        @Override
        public Use use() {
            return Use.PAYOUTS;
        }

        @Override
        public List<Share> due() {
            return List.of(new Share(Map.of("bank", BANK, "application", UUID.randomUUID())));
        }

        @Override
        public synchronized List<Lease> claim(List<Share> shares, int most) {
            var claim = claims.poll();
            return claim == null ? List.of() : claim.get();
        }

        @Override
        public synchronized CompletionStage<?> run(String bank, List<Lease> leases) {
            leases.forEach(lease -> {
                done.add(lease.alone() ? "alone" : "with others");
                concurrency.give(bank, Use.PAYOUTS, 1);
            });
            return CompletableFuture.completedStage(null);
        }
    }

    @AfterEach
    void stop() {
        work.stop();
    }

    @Test
    void the_calls_of_a_bank_are_given_back_when_the_claim_throws() {
        claims.add(() -> {
            throw new IllegalStateException("No database");
        });

        work.run();

        assertThat(concurrency.take(BANK, Use.PAYOUTS)).isEqualTo(1);
    }

    @Test
    void after_what_goes_alone_the_others_have_their_turn_at_once() {
        claims.add(() -> List.of(lease(true)));
        claims.add(() -> List.of(lease(false)));

        work.run();

        Eventually.holds("both claims made", claims::isEmpty);
        assertThat(done).containsExactly("alone", "with others");
    }

    private static Lease lease(boolean alone) {
        return new Lease(UUID.randomUUID(), UUID.randomUUID(), Instant.MAX, 1, alone);
    }
}
