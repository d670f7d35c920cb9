package io.sarf.payouts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.bank.BankConcurrency;
import io.sarf.payouts.bank.BankProfile;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.Order;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.connection.ExpireCredentials;
import io.sarf.payouts.destination.BeneficiaryWork;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.payout.PayoutTasks;
import io.sarf.payouts.work.Lease;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Eventually;
import io.sarf.testing.Gate;
import io.sarf.testing.Killed;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several nodes over one database, and what becomes of an order when one of them stands still or dies. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class DispatcherIT {
    private static final Duration LEASE = Duration.ofSeconds(45);

    @Inject
    PayingCompanies companies;

    @Inject
    PayoutTasks tasks;

    @Inject
    PrepareSteps prepare;

    @Inject
    Recording recording;

    @Inject
    BeneficiaryWork beneficiaries;

    @Inject
    Connections connections;

    @Inject
    ExpireCredentials expire;

    @Inject
    Banks banks;

    @Inject
    MovableClock clock;

    /** The parts of a process that take payouts to their banks. */
    private record Node(Dispatcher dispatcher, RunSteps steps) {
        void poll() {
            dispatcher.poll();
        }

        /** Returns when the payout was taken a step on; throws what was thrown by the bank. */
        void step(PayingCompany company, Lease lease) {
            try {
                steps.run(company.bank().profile().identifier(), List.of(lease))
                        .toCompletableFuture()
                        .join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }

        void stop() {
            dispatcher.stop(new ShutdownEvent());
            steps.stop(new ShutdownEvent());
        }
    }

    private final List<Node> nodes = new ArrayList<>();

    /** Where a bank works that keeps its callers waiting. */
    private final ExecutorService slowly = Executors.newCachedThreadPool();

    private Node one;
    private Node other;

    @BeforeEach
    void two_nodes() {
        one = node();
        other = node();
    }

    @AfterEach
    void stop() {
        nodes.forEach(Node::stop);
        slowly.shutdown();
    }

    @Test
    void a_payout_whose_payee_has_a_cool_off_that_nobody_has_ended_is_not_due_again_at_once() {
        var company = companies.open(new PaperBank(clock));
        companies.coolOffOverdue(company);
        var payout = companies.pay(company, false);

        one.step(company, companies.lease(payout));

        assertThat(is(company, payout, "CREATED")).isTrue();
        assertThat(companies.claim(company, 100)).isEmpty();
    }

    @Test
    void of_many_nodes_that_claim_at_once_each_payout_goes_to_one() {
        var company = companies.open(new PaperBank(clock));
        var created = payouts(company, 20);

        var claimed = Together.run(6, () -> companies.claim(company, 5)).stream()
                .flatMap(leases -> leases.get().stream())
                .map(Lease::work)
                .toList();

        assertThat(claimed)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        created.stream().map(PayoutId::value).toList());
    }

    @Test
    void two_nodes_hand_each_order_over_once() {
        var company = companies.open(new PaperBank(clock));
        var created = payouts(company, 24);

        Eventually.get("all of them at the bank", () -> {
            Together.run(List.<Callable<Object>>of(() -> poll(one), () -> poll(other)))
                    .forEach(Together.Outcome::get);
            return created.stream().allMatch(payout -> is(company, payout, "AWAITING_AUTHORIZATION"))
                    ? Optional.of(true)
                    : Optional.empty();
        });

        assertThat(created).allSatisfy(payout -> {
            assertThat(company.bank().orderCalls(companies.reference(payout))).isEqualTo(1);
            assertThat(companies.events(payout))
                    .containsExactly("payout.created", "payout.sent_to_bank", "payout.queued");
        });
    }

    @Test
    void a_node_that_stood_still_during_its_call_records_nothing_once_another_one_holds_the_lease() {
        var gate = new Gate();
        var company = companies.open(new PaperBank(clock) {
            @Override
            public QueueAnswer queue(Credentials credentials, Order order) {
                super.queue(credentials, order);
                gate.pass();
                // What this node would have recorded, and what the bank said since to the other one, differ.
                return new QueueAnswer.Refused(ReasonCode.BANK_ISSUE, "Late");
            }
        });
        var payout = companies.pay(company, false);
        var lost = companies.lease(payout);

        Together.run(List.<Callable<Object>>of(() -> step(one, company, lost), () -> {
                    gate.awaitArrival();
                    clock.advance(LEASE.plusSeconds(1));
                    step(other, company, companies.lease(payout));
                    gate.open();
                    return "taken over";
                }))
                .forEach(Together.Outcome::get);

        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
        assertThat(companies.events(payout)).containsExactly("payout.created", "payout.sent_to_bank", "payout.queued");
        assertThat(company.bank().orderCalls(companies.reference(payout))).isEqualTo(1);
    }

    @Test
    void while_a_lease_holds_nobody_else_gets_the_payout_and_nudges_do_not_change_that() {
        var company = companies.open(new PaperBank(clock));
        var payout = companies.pay(company, false);
        companies.lease(payout);

        clock.advance(LEASE.minusMillis(1));

        assertThat(companies.claim(company, 100)).extracting(Lease::work).doesNotContain(payout.value());
    }

    @Test
    void a_node_that_stood_still_before_its_call_does_not_make_it_any_more() {
        var bank = new PaperBank(clock) {
            private boolean pauses;

            @Override
            public BankProfile profile() {
                // The last thing a node looks at before it calls.
                if (pauses) {
                    pauses = false;
                    clock.advance(LEASE.plusSeconds(1));
                }
                return super.profile();
            }
        };
        var company = companies.open(bank);
        var payout = companies.pay(company, false);
        var lease = companies.lease(payout);
        bank.pauses = true;

        step(one, company, lease);

        assertThat(is(company, payout, "QUEUEING")).isTrue();
        assertThat(bank.orderCalls(companies.reference(payout))).isZero();
    }

    @Test
    void who_dies_after_the_bank_has_taken_the_order_leaves_a_question_and_not_a_second_order() {
        var company = companies.open(new PaperBank(clock) {
            @Override
            public QueueAnswer queue(Credentials credentials, Order order) {
                super.queue(credentials, order);
                throw new Killed();
            }
        });
        var payout = companies.pay(company, false);
        assertThatThrownBy(() -> one.step(company, companies.lease(payout))).isInstanceOf(Killed.class);
        clock.advance(LEASE.plusSeconds(1));

        other.step(company, companies.lease(payout));

        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
        assertThat(company.bank().orderCalls(companies.reference(payout))).isEqualTo(1);
    }

    @Test
    void an_order_that_never_arrived_is_sent_again_only_when_the_bank_guarantees_that_it_does_not_know_it() {
        var bank = new PaperBank(clock) {
            private boolean dies = true;
            private boolean guarantees;

            @Override
            public QueueAnswer queue(Credentials credentials, Order order) {
                if (dies) {
                    dies = false;
                    throw new Killed();
                }
                return super.queue(credentials, order);
            }

            @Override
            public OrderStatus status(OurReference reference, Instant sentAt) {
                return orderCalls(reference) > 0
                        ? super.status(reference, sentAt)
                        : new OrderStatus.NotKnownHere(guarantees);
            }
        };
        var company = companies.open(bank);
        var payout = companies.pay(company, false);
        assertThatThrownBy(() -> one.step(company, companies.lease(payout))).isInstanceOf(Killed.class);
        clock.advance(LEASE.plusSeconds(1));

        other.step(company, companies.lease(payout));
        assertThat(companies.status(company, payout)).isEqualTo("QUEUEING");
        assertThat(bank.orderCalls(companies.reference(payout))).isZero();

        bank.guarantees = true;
        clock.advance(Duration.ofMinutes(3));
        other.step(company, companies.lease(payout));
        assertThat(companies.status(company, payout)).isEqualTo("CREATED");
        other.step(company, companies.lease(payout));
        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
        assertThat(bank.orderCalls(companies.reference(payout))).isEqualTo(1);
    }

    @Test
    void a_bank_that_does_not_answer_keeps_no_other_bank_waiting() {
        var gate = new Gate();
        var slow = companies.open(new PaperBank(clock) {
            @Override
            public QueueAnswer queue(Credentials credentials, Order order) {
                gate.pass();
                return super.queue(credentials, order);
            }

            @Override
            protected Executor executor() {
                return slowly;
            }
        });
        payouts(slow, PaperBank.CONCURRENCY + 4);
        var quick = companies.open(new PaperBank(clock));
        companies.due(slow);
        clock.advance(Duration.ofSeconds(1));
        var paid = companies.pay(quick, false);

        poll(one);
        gate.awaitArrival();

        Eventually.get("the other bank's payout", () -> {
            poll(one);
            return is(quick, paid, "AWAITING_AUTHORIZATION") ? Optional.of(true) : Optional.empty();
        });
        gate.open();
    }

    @Test
    void a_company_with_many_payouts_leaves_hands_for_one_with_few() {
        var gate = new Gate();
        var bank = new PaperBank(clock) {
            @Override
            public QueueAnswer queue(Credentials credentials, Order order) {
                gate.pass();
                return super.queue(credentials, order);
            }

            @Override
            protected Executor executor() {
                return slowly;
            }
        };
        var crowd = companies.open(bank);
        payouts(crowd, 3 * PaperBank.CONCURRENCY);
        var single = companies.open(bank);
        companies.due(crowd);
        clock.advance(Duration.ofSeconds(1));
        var paid = companies.pay(single, false);

        poll(one);
        gate.awaitArrival();

        Eventually.get(
                "its turn in the first round",
                () -> is(single, paid, "QUEUEING") ? Optional.of(true) : Optional.empty());
        gate.open();
    }

    private Node node() {
        var concurrency = new BankConcurrency(banks, clock);
        var steps = new RunSteps(prepare, recording, connections, expire, banks, concurrency, clock);
        var node = new Node(new Dispatcher(tasks, beneficiaries, steps, concurrency), steps);
        nodes.add(node);
        return node;
    }

    private List<PayoutId> payouts(PayingCompany company, int count) {
        return IntStream.range(0, count)
                .mapToObj(each -> companies.pay(company, false))
                .toList();
    }

    private boolean is(PayingCompany company, PayoutId payout, String status) {
        return companies.status(company, payout).equals(status);
    }

    private static Object poll(Node node) {
        node.poll();
        return node;
    }

    private static Object step(Node node, PayingCompany company, Lease lease) {
        node.step(company, lease);
        return node;
    }
}
