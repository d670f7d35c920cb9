package io.sarf.payouts.creation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.api.ApiAnswer;
import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.connection.AccountId;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.idempotency.Idempotency;
import io.sarf.payouts.idempotency.KnownKeys;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.payout.CreatePayouts;
import io.sarf.payouts.payout.NewPayout;
import io.sarf.payouts.payout.Parties;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.payout.Payouts;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.work.Batches;
import io.sarf.testing.ByHand;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Payouts of several calls in one transaction; what changes between arrival and commit; commits without an answer. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class CreateBatchIT {
    @Inject
    PayingCompanies companies;

    @Inject
    KnownPrograms programs;

    @Inject
    CreateBatch work;

    @Inject
    SerializableTransaction serializable;

    @Inject
    CreatePayouts create;

    @Inject
    Payouts payouts;

    @Inject
    Idempotency idempotency;

    @Inject
    EntityManager entities;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final List<PayoutId> wanted = new ArrayList<>();
    private Consumer<Runnable> transaction = work -> serializable.accept(work);
    private int transactions;
    private Batches<CreationQueue.Call, ApiAnswer> batches;
    private PayingCompany company;
    private PayingCompany other;

    @BeforeEach
    void two_companies_with_back_ends() {
        company = companies.open(new PaperBank(clock));
        other = companies.open(new PaperBank(clock));
        programs.program(company.scope());
        programs.program(other.scope());
        batches = new Batches<>(
                work,
                one -> {
                    transactions++;
                    transaction.accept(one);
                },
                tasks::add,
                1);
    }

    @Test
    void calls_of_several_companies_share_a_transaction() {
        var answers = List.of(submit(company, null), submit(other, "k"), submit(company, "k"));

        run();

        assertThat(answers).allSatisfy(answer -> assertThat(answer).isCompleted());
        assertThat(transactions).isEqualTo(1);
        assertThat(written()).containsExactly(true, true, true);
    }

    @Test
    void a_secret_that_was_replaced_since_refuses_its_call_alone() {
        var refused = submit(company, "k");
        var goes = submit(other, "k");
        programs.program(company.scope());

        run();

        fault(refused, ApiCode.UNAUTHORIZED);
        assertThat(goes).isCompleted();
        assertThat(written()).containsExactly(false, true);
        fault(again(company, "k"), null);
    }

    @Test
    void a_secret_is_replaced_only_after_the_batch_that_has_read_it() {
        List<CompletableFuture<?>> replaced = new ArrayList<>();
        List<Boolean> waited = new ArrayList<>();
        var goes = batches.submit(call(company, null, company.account(), () -> {
                    replaced.add(CompletableFuture.runAsync(() -> programs.secret(company.scope())));
                    companies.awaitStatement("%from application_environment%for update");
                    waited.add(!replaced.get(0).isDone());
                }))
                .toCompletableFuture();

        run();

        assertThat(goes).isCompleted();
        replaced.forEach(CompletableFuture::join);
        assertThat(waited).containsExactly(true);
        assertThat(written()).containsExactly(true);
    }

    @Test
    void payouts_that_were_disabled_since_refuse_their_call_alone() {
        var refused = submit(company, "k");
        var goes = submit(other, "k");
        companies.close(company);

        run();

        fault(refused, ApiCode.INSUFFICIENT_ACCESS_LEVEL);
        assertThat(goes).isCompleted();
        assertThat(written()).containsExactly(false, true);
    }

    @Test
    void a_key_with_another_body_is_refused_alone() {
        QuarkusTransaction.requiringNew()
                .run(() -> idempotency.take(List.of(new Idempotency.Answered(
                        KnownKeys.payment(company.scope(), "k", "another"), ApiAnswer.of(200, Map.of())))));
        var refused = submit(company, "k");
        var goes = submit(other, "k");

        run();

        fault(refused, ApiCode.IDEMPOTENCY_KEY_REUSED);
        assertThat(goes).isCompleted();
        assertThat(transactions).isEqualTo(1);
        assertThat(written()).containsExactly(false, true);
    }

    @Test
    void a_secret_of_another_company_creates_nothing() {
        var call = call(company, null, company.account());
        var stolen =
                new CreationQueue.Call(call.scope(), secret(other), call.by(), null, 100, call.wanted(), call.rules());

        var refused = batches.submit(stolen).toCompletableFuture();
        run();

        fault(refused, ApiCode.UNAUTHORIZED);
        assertThat(written()).containsExactly(false);
    }

    @Test
    void an_account_of_another_company_does_not_exist_even_when_the_batch_has_read_it() {
        var goes = submit(other, null);
        var refused = batches.submit(call(company, null, other.account())).toCompletableFuture();

        run();

        fault(refused, ApiCode.UNKNOWN_ACCOUNT);
        assertThat(goes).isCompleted();
        assertThat(written()).containsExactly(true, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k"})
    void a_commit_whose_answer_was_lost_is_looked_up_and_paid_once(String key) {
        var answers = List.of(submit(company, key), submit(other, key));
        transaction = one -> {
            serializable.accept(one);
            throw cut();
        };

        run();

        assertThat(answers).allSatisfy(answer -> assertThat(answer).isCompleted());
        assertThat(transactions).isEqualTo(1);
        assertThat(written()).containsExactly(true, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "k"})
    void a_commit_that_never_arrived_is_looked_up_and_runs_again(String key) {
        var answers = List.of(submit(company, key), submit(other, key));
        transaction = one -> {
            transaction = serializable;
            rolledBack(one);
            throw cut();
        };

        run();

        assertThat(answers).allSatisfy(answer -> assertThat(answer).isCompleted());
        assertThat(written()).containsExactly(true, true);
    }

    @Test
    void a_lost_commit_of_a_call_whose_key_another_node_took_meanwhile_gets_that_answer() {
        var answer = submit(company, "k");
        transaction = one -> {
            transaction = serializable;
            rolledBack(one);
            QuarkusTransaction.requiringNew().run(() -> idempotency.take(List.of(elsewhere("k"))));
            throw cut();
        };

        run();

        assertThat(answer.join().replayed()).isTrue();
        assertThat(written()).containsExactly(false);
    }

    @Test
    void a_key_that_another_node_is_taking_is_waited_for_while_others_go_on() {
        QuarkusTransaction.begin();
        CompletableFuture<ApiAnswer> waits;
        try {
            idempotency.take(List.of(elsewhere("k")));
            waits = submit(company, "k");
            var goes = submit(other, "k");

            onAnotherThread(this::run);

            assertThat(goes).isCompleted();
            assertThat(waits).isNotDone();
        } finally {
            QuarkusTransaction.commit();
        }
        while (!waits.isDone()) {
            run();
        }

        assertThat(waits.join().replayed()).isTrue();
        assertThat(written()).containsExactly(false, true);
    }

    @Test
    void a_locked_payee_keeps_nobody_else_waiting_and_the_connection_forgets_its_settings() {
        QuarkusTransaction.begin();
        CompletableFuture<ApiAnswer> waits;
        try {
            entities.createNativeQuery("SELECT id FROM destination WHERE id = :id FOR UPDATE", UUID.class)
                    .setParameter("id", company.destination().value())
                    .getResultList();
            waits = submit(company, null);
            var goes = submit(other, null);

            onAnotherThread(() -> {
                run();
                assertThat(lockWait()).isEqualTo(usualLockWait());
            });

            assertThat(goes).isCompleted();
            assertThat(waits).isNotDone();
        } finally {
            QuarkusTransaction.rollback();
        }
        while (!waits.isDone()) {
            run();
        }

        assertThat(written()).containsExactly(true, true);
        assertThat(lockWait()).isEqualTo(usualLockWait());
    }

    private int lockWait() {
        return number("SELECT @@innodb_lock_wait_timeout");
    }

    private int usualLockWait() {
        return number("SELECT @@global.innodb_lock_wait_timeout");
    }

    private int number(String query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery(query).getSingleResult()).intValue());
    }

    @Test
    void a_refusal_of_the_moment_leaves_the_key_free_and_an_earlier_answer_outlives_it() {
        var first = submit(company, "k");
        run();
        disconnect();

        var again = submit(company, "k");
        var fresh = submit(company, "k2");
        run();

        assertThat(again.join().replayed()).isTrue();
        assertThat(again.join().body()).isEqualTo(first.join().body());
        fault(fresh, ApiCode.UNKNOWN_ACCOUNT);
    }

    private void disconnect() {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "UPDATE bank_connection SET status = 'REMOVED', removed_at = :now, default_authorizer = NULL"
                                        + " WHERE application = :application")
                        .setParameter("now", clock.instant())
                        .setParameter(
                                "application", company.scope().application().value())
                        .executeUpdate());
    }

    private CompletableFuture<ApiAnswer> again(PayingCompany of, String key) {
        var answer = submit(of, key);
        run();
        return answer;
    }

    /** The call as another node would answer it. */
    private Idempotency.Answered elsewhere(String key) {
        return new Idempotency.Answered(
                KnownKeys.payment(company.scope(), key, "{}"), ApiAnswer.of(200, Map.of("node", "other")));
    }

    private CompletableFuture<ApiAnswer> submit(PayingCompany of, @Nullable String key) {
        return batches.submit(call(of, key, of.account())).toCompletableFuture();
    }

    private CreationQueue.Call call(PayingCompany of, @Nullable String key, AccountId account) {
        return call(of, key, account, () -> {});
    }

    private CreationQueue.Call call(PayingCompany of, @Nullable String key, AccountId account, Runnable inside) {
        var id = new PayoutId(ids.next());
        wanted.add(id);
        var payout = new NewPayout(account, of.destination(), new BigDecimal("12.50"), null, "Salary", null, false);
        return new CreationQueue.Call(
                of.scope(),
                secret(of),
                Actor.client(secret(of)),
                key == null || key.isEmpty() ? null : KnownKeys.payment(of.scope(), key, "{}"),
                100,
                List.of(new CreationQueue.Call.Wanted(id, payout)),
                (one, parties) -> {
                    inside.run();
                    return plan(one, parties);
                });
    }

    private CreationQueue.Call.Plan plan(CreationQueue.Call call, Parties parties) {
        var one = call.wanted().get(0);
        if (!parties.sources().containsKey(one.payout().account())) {
            throw new ApiFault(ApiCode.UNKNOWN_ACCOUNT, "There is no such account");
        }
        var made = List.of(create.payout(one.id(), parties, one.payout(), call.by()));
        return new CreationQueue.Call.Plan(
                ApiAnswer.of(200, Map.of("id", one.id().toString())),
                () -> new CreatePayouts.Made(made, null, call.by()));
    }

    private UUID secret(PayingCompany of) {
        return QuarkusTransaction.requiringNew().call(() -> (UUID) entities.createNativeQuery(
                        "SELECT id FROM client_secret WHERE live AND application = :application", UUID.class)
                .setParameter("application", of.scope().application().value())
                .getSingleResult());
    }

    private List<Boolean> written() {
        return wanted.stream()
                .map(id -> payouts.find(company.scope(), id).isPresent()
                        || payouts.find(other.scope(), id).isPresent())
                .toList();
    }

    private void fault(CompletableFuture<ApiAnswer> answer, @Nullable ApiCode code) {
        if (code == null) {
            assertThat(answer).isCompleted();
        } else {
            assertThatThrownBy(answer::join)
                    .hasCauseInstanceOf(ApiFault.class)
                    .extracting(thrown -> ((ApiFault) thrown.getCause()).code())
                    .isEqualTo(code);
        }
    }

    private static void rolledBack(Runnable work) {
        QuarkusTransaction.begin();
        try {
            work.run();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static PersistenceException cut() {
        return new PersistenceException(new SQLException("The connection was cut", "08000"));
    }

    private void onAnotherThread(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }

    private void run() {
        for (var task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }
}
