package io.sarf.payouts.destination;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.BankConcurrency;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.bank.BeneficiaryAnswer;
import io.sarf.payouts.bank.NewBeneficiary;
import io.sarf.payouts.bank.WorkAtBanks;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.ConnectionId;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.connection.ExpireCredentials;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.work.Batches;
import io.sarf.payouts.work.Halves;
import io.sarf.payouts.work.Lease;
import io.sarf.payouts.work.WorkTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks banks to add beneficiaries. After a crash, a worker repeats the call with the same reference. */
@AcrossApplications("Banks are asked for the beneficiaries of all applications together")
@ApplicationScoped
public class BeneficiaryWork {
    private static final Logger LOG = Logger.getLogger(BeneficiaryWork.class);
    private static final String GIVEN_UP = "Beneficiary %s is given up; it becomes due again when its lease ends";
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Destinations destinations;
    private final BeneficiaryRequests requests;
    private final Connections connections;
    private final ExpireCredentials expire;
    private final Banks banks;
    private final WorkTable table;
    private final Ids ids;
    private final Clock clock;
    private final ExecutorService threads = Executors.newFixedThreadPool(2, work -> new Thread(work, "beneficiaries"));
    private final Executor later = CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS, threads);
    private final Batches<BeneficiaryRequests.Answered, Boolean> recording;
    private final BankConcurrency concurrency;
    private final WorkAtBanks.Claims claims;
    private final WorkAtBanks atBanks;

    BeneficiaryWork(
            Destinations destinations,
            BeneficiaryRequests requests,
            Connections connections,
            ExpireCredentials expire,
            Banks banks,
            BankConcurrency concurrency,
            WorkAtBanks.Claims claims,
            Ids ids,
            Clock clock) {
        this.destinations = destinations;
        this.requests = requests;
        this.connections = connections;
        this.expire = expire;
        this.banks = banks;
        this.table = requests.table();
        this.ids = ids;
        this.clock = clock;
        this.recording = new Batches<>(
                requests, work -> QuarkusTransaction.requiringNew().run(work), threads, 1);
        this.concurrency = concurrency;
        this.claims = claims;
        this.atBanks = new WorkAtBanks(new Queue(), concurrency);
    }

    void stop(@Observes ShutdownEvent event) {
        atBanks.stop();
        threads.shutdown();
    }

    private final class Queue implements WorkAtBanks.Queue {
        @Override
        public BankConcurrency.Use use() {
            return BankConcurrency.Use.PAYEES;
        }

        @Override
        public List<WorkAtBanks.Share> due() {
            return claims.due(table);
        }

        @Override
        public List<Lease> claim(List<WorkAtBanks.Share> shares, int most) {
            return claims.claim(table, shares, most, LEASE);
        }

        @Override
        public CompletionStage<Void> run(String bank, List<Lease> leases) {
            return ask(leases, BeneficiaryWork.this::givenUp, answer -> ended(bank, answer));
        }
    }

    private void ended(String bank, @Nullable BeneficiaryAnswer answer) {
        concurrency.give(bank, BankConcurrency.Use.PAYEES, 1);
        if (answer != null && answer.silent()) {
            concurrency.silent(bank);
        } else if (answer != null) {
            concurrency.answered(bank);
        }
    }

    /** Asks for all that are due, as many at once as each bank has free calls. Returns before they have answered. */
    @AcrossApplications
    public void runAll() {
        atBanks.run();
    }

    /**
     * Asks for those that are due. All calls begin at once, and no thread waits for their answers.
     *
     * @return completes with how many were due, {@code limit} at most, once all answers are recorded
     */
    @AcrossApplications
    public CompletionStage<Integer> run(int limit) {
        var leases =
                QuarkusTransaction.requiringNew().call(() -> table.claim(limit, ids.next(), clock.instant(), LEASE));
        // What failed was logged, and becomes due again when its lease ends.
        return ask(leases).handle((done, failure) -> leases.size());
    }

    /** Asks for one beneficiary now, unless another process has the lease. Waits for the bank. */
    void ask(Beneficiary beneficiary) {
        if (beneficiary.status() == Beneficiary.Status.REQUESTED) {
            QuarkusTransaction.requiringNew()
                    .call(() -> table.claimOne(beneficiary.id(), ids.next(), clock.instant(), LEASE))
                    .ifPresent(lease -> ask(
                                    List.of(lease),
                                    (one, e) -> {
                                        throw e;
                                    },
                                    answer -> {})
                            .toCompletableFuture()
                            .join());
        }
    }

    @AcrossApplications
    CompletionStage<Void> ask(List<Lease> leases) {
        return ask(leases, this::givenUp, answer -> {});
    }

    /**
     * @param failed called with the lease of each request that cannot be prepared
     * @param ended called for each lease as soon as its call has ended; with null if it needed none, or has no answer
     */
    @AcrossApplications
    private CompletionStage<Void> ask(
            List<Lease> leases,
            BiConsumer<Lease, RuntimeException> failed,
            Consumer<@Nullable BeneficiaryAnswer> ended) {
        var recorded = new ArrayList<CompletableFuture<?>>();
        Halves.run(
                leases,
                requests::prepare,
                some -> some.stream()
                        .collect(Collectors.groupingBy(request -> request.with().id()))
                        .values()
                        .forEach(ofOne -> recorded.addAll(ask(ofOne.get(0).with(), ofOne, ended))),
                failed);
        for (var without = recorded.size(); without < leases.size(); without++) {
            ended.accept(null);
        }
        return CompletableFuture.allOf(recorded.toArray(CompletableFuture<?>[]::new));
    }

    private List<CompletableFuture<Boolean>> ask(
            BankConnection with, List<BeneficiaryRequests.Request> some, Consumer<@Nullable BeneficiaryAnswer> ended) {
        var wanted = some.stream().map(BeneficiaryRequests.Request::beneficiary).toList();
        var answers = answers(with, wanted);
        return IntStream.range(0, some.size())
                .mapToObj(i -> answers.get(i)
                        .whenComplete((answer, failure) -> ended.accept(answer))
                        .thenComposeAsync(answer -> record(some.get(i), answer), threads)
                        .whenCompleteAsync((recorded, failure) -> recordedOrGivenUp(some.get(i), failure), threads)
                        .toCompletableFuture())
                .toList();
    }

    private void recordedOrGivenUp(BeneficiaryRequests.Request request, @Nullable Throwable failure) {
        if (failure != null) {
            givenUp(request.lease(), failure);
        }
    }

    private void givenUp(Lease lease, Throwable failure) {
        LOG.errorf(failure, GIVEN_UP, lease.work());
        table.failed(lease, failure);
    }

    /** What goes wrong on our side with one connection does not stop the others. */
    private List<? extends CompletionStage<BeneficiaryAnswer>> answers(
            BankConnection with, List<NewBeneficiary> wanted) {
        try {
            var answers = banks.find(with.bank())
                    .map(bank -> bank.addBeneficiaries(connections.credentials(with), wanted))
                    .orElseGet(() -> Collections.nCopies(
                            wanted.size(), CompletableFuture.completedStage(new BeneficiaryAnswer.Unknown())));
            if (answers.size() != wanted.size()) {
                throw new IllegalStateException("The adapter answered for " + answers.size() + " of " + wanted.size());
            }
            return answers;
        } catch (RuntimeException e) {
            return Collections.nCopies(wanted.size(), CompletableFuture.<BeneficiaryAnswer>failedStage(e));
        }
    }

    private CompletionStage<Boolean> record(BeneficiaryRequests.Request request, BeneficiaryAnswer answer) {
        expire.ifRejected(request.with(), answer);
        var answered = new BeneficiaryRequests.Answered(request, answer);
        return request.lease().repeat(() -> recording.submit(answered), clock, later);
    }

    /** In the caller's transaction. */
    void again(Scope scope, Destination destination, Beneficiary beneficiary, BankConnection connection) {
        beneficiary.wantedAgain(connection, destination.revision());
        table.wake(beneficiary.id(), clock.instant());
    }

    void wake(Scope scope, ConnectionId connection) {
        table.wake(destinations.requested(scope, connection), clock.instant());
    }
}
