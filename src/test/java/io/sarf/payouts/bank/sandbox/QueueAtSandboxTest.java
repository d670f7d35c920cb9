package io.sarf.payouts.bank.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.payouts.bank.BankProfile;
import io.sarf.payouts.bank.CancelAnswer;
import io.sarf.payouts.bank.ChangesAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.Order;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.bank.Verdict;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class QueueAtSandboxTest {
    private static RunningBank world;
    private static Credentials who;

    @BeforeAll
    static void open() {
        world = new RunningBank();
        who = world.login("AUTHORIZER");
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void anOrderIsTakenOnceAndASecondCallIsAQuestion() {
        Order order = world.order(who, "100.00");
        var taken = (QueueAnswer.Taken) world.bank.queue(who, order);

        assertThat(world.bank.queue(who, order)).isEqualTo(taken);
        assertThat(status(order)).isEqualTo(new OrderStatus.Queued(taken.bankId()));
        assertThat(world.witness(order.reference()).path("calls").asInt()).isEqualTo(2);
        assertThat(world.witness(order.reference()).path("violations").asInt()).isEqualTo(1);
    }

    @Test
    void manyCallsAtOnceMakeOneOrderAndAreAllCounted() throws Exception {
        Order order = world.order(who, "7.00");
        Renamed patient = world.bankWith("key", Duration.ofSeconds(20));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<QueueAnswer>> calls = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                calls.add(() -> patient.queue(who, order));
            }
            List<QueueAnswer> answers = new ArrayList<>();
            for (Future<QueueAnswer> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnly(answers.get(0));
            assertThat(answers.get(0)).isInstanceOf(QueueAnswer.Taken.class);
        } finally {
            threads.shutdownNow();
        }
        assertThat(world.witness(order.reference()).path("calls").asInt()).isEqualTo(24);
        assertThat(world.witness(order.reference()).path("violations").asInt()).isEqualTo(23);
    }

    @Test
    void anotherOrderUnderTheSameReferenceIsNeverTaken() {
        Order order = world.order(who, "100.00");
        world.bank.queue(who, order);

        assertThat(world.bank.queue(who, world.order(who, "101.00", order.reference())))
                .isEqualTo(new QueueAnswer.Unknown());
    }

    @Test
    void aLimitRefusesTheOrderForGood() {
        Order order = world.order(who, "100.51");

        assertThat(world.bank.queue(who, order))
                .isInstanceOfSatisfying(
                        QueueAnswer.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ReasonCode.EXCEEDS_DAILY_LIMIT));
        assertThat(status(order)).isInstanceOf(Verdict.Refused.class);
        assertThat(world.witness(order.reference()).path("calls").asInt()).isEqualTo(1);
    }

    @Test
    void anAmountOutsideTheLimitsAndSomebodyUnknownAreRefused() {
        assertThat(code(world.bank.queue(who, world.order(who, "1000000.01"))))
                .isEqualTo(ReasonCode.AMOUNT_OVER_MAX_VALUE);
        Order order = world.order(who, "10.00");
        Order toNobody = new Order(
                order.reference(),
                order.account(),
                "nobody",
                order.creditor(),
                Money.parse("AED 10.00"),
                "x",
                false,
                order.sentAt());
        assertThat(code(world.bank.queue(who, toNobody))).isEqualTo(ReasonCode.BENEFICIARY_NOT_FOUND);
        assertThat(code(world.bank.queue(new Credentials("x", "y"), world.order(who, "10.00"))))
                .isEqualTo(ReasonCode.CREDENTIALS_UPDATE_REQUIRED);
    }

    @Test
    void anAnswerThatIsLostLeavesTheOrderThere() {
        Order order = world.order(who, "100.55");

        assertThat(world.bank.queue(who, order)).isEqualTo(new QueueAnswer.Unknown());
        assertThat(status(order)).isInstanceOf(OrderStatus.Queued.class);
    }

    @Test
    void aCallThatIsLostMayBeMadeAgainOnceTheBankGuaranteesThatItDoesNotKnowIt() {
        Order order = world.order(who, "100.56");
        assertThat(world.bank.queue(who, order)).isEqualTo(new QueueAnswer.Unknown());
        assertThat(status(order)).isEqualTo(new OrderStatus.NotKnownHere(false));
        world.clock.advance(Duration.ofSeconds(59));
        assertThat(status(order)).isEqualTo(new OrderStatus.NotKnownHere(false));

        world.clock.advance(Duration.ofSeconds(1));
        assertThat(status(order)).isEqualTo(new OrderStatus.NotKnownHere(true));

        Order again = world.order(who, "100.56", order.reference());
        assertThat(world.bank.queue(who, again)).isInstanceOf(QueueAnswer.Taken.class);
        assertThat(world.witness(order.reference()).path("calls").asInt()).isEqualTo(2);
        assertThat(world.witness(order.reference()).path("violations").asInt()).isZero();
    }

    @Test
    void aCallStillUnderWayWhenTheGuaranteeWasGivenBecomesNoOrder() {
        Order order = world.order(who, "100.00");
        world.clock.advance(Duration.ofSeconds(61));
        assertThat(status(order)).isEqualTo(new OrderStatus.NotKnownHere(true));

        assertThat(world.bank.queue(who, order)).isEqualTo(new QueueAnswer.Unknown());
        assertThat(status(order)).isInstanceOf(OrderStatus.NotKnownHere.class);
        Order later = world.order(who, "100.00", order.reference());
        assertThat(world.bank.queue(who, later)).isInstanceOf(QueueAnswer.Taken.class);
    }

    @Test
    void maintenanceTakesNoOrderAndCallingAgainIsNoViolation() {
        Order order = world.order(who, "100.57");
        assertThat(world.bank.queue(who, order)).isInstanceOf(QueueAnswer.NotTaken.class);
        world.clock.advance(Duration.ofSeconds(1));
        assertThat(world.bank.queue(who, sentNow(order))).isInstanceOf(QueueAnswer.NotTaken.class);

        world.clock.advance(Duration.ofSeconds(30));
        assertThat(world.bank.queue(who, order)).isEqualTo(new QueueAnswer.Unknown());
        assertThat(world.bank.queue(who, sentNow(order))).isInstanceOf(QueueAnswer.Taken.class);
        assertThat(world.witness(order.reference()).path("calls").asInt()).isEqualTo(3);
        assertThat(world.witness(order.reference()).path("violations").asInt()).isZero();
    }

    @Test
    void anAnswerThatComesTooLateIsUnknown() {
        Order order = world.order(who, "100.58");

        assertThat(world.bank.queue(who, order)).isEqualTo(new QueueAnswer.Unknown());
        assertThat(status(order)).isInstanceOf(OrderStatus.Queued.class);
    }

    @Test
    void errorsAndCutConnectionsAreUnknownButTheCallIsCounted() {
        Order first = world.order(who, "20.00");
        Order second = world.order(who, "20.00");
        world.administer("/admin/faults", Bodies.empty().put("errors_per_mille", 1000));
        assertThat(world.bank.queue(who, first)).isEqualTo(new QueueAnswer.Unknown());
        assertThat(status(first)).isEqualTo(new OrderStatus.NoAnswer());
        world.administer("/admin/faults", Bodies.empty().put("cuts_per_mille", 1000));
        assertThat(world.bank.queue(who, second)).isEqualTo(new QueueAnswer.Unknown());
        assertThat(world.bank.changesSince("")).isEqualTo(new ChangesAnswer.NoAnswer());
        world.administer("/admin/faults", Bodies.empty());

        assertThat(world.witness(first.reference()).path("calls").asInt()).isEqualTo(1);
        assertThat(world.witness(second.reference()).path("calls").asInt()).isEqualTo(1);
    }

    @Test
    void aBankNobodyCanReachHasCertainlyNotTakenTheOrder() {
        BankProfile profile = world.bank.profile();
        var gone = new Renamed(
                new SandboxBank(
                        new Line(URI.create("http://127.0.0.1:1"), "key", Duration.ofSeconds(1)),
                        profile,
                        world.clock,
                        UUID::randomUUID),
                profile);

        assertThat(gone.queue(who, world.order(who, "10.00"))).isInstanceOf(QueueAnswer.NotTaken.class);
        assertThat(gone.status(RunningBank.newReference(), world.clock.instant()))
                .isEqualTo(new OrderStatus.NoAnswer());
    }

    @Test
    void aKeyTheBankDoesNotKnowTakesNothing() {
        assertThat(world.bankWith("wrong", Duration.ofSeconds(20)).queue(who, world.order(who, "10.00")))
                .isInstanceOf(QueueAnswer.NotTaken.class);
    }

    @Test
    void aQueuedOrderIsTakenBackAndAnUnknownOneIsNot() {
        Order order = world.order(who, "30.00");
        world.bank.queue(who, order);

        assertThat(world.bank.cancelOne(who, order.reference())).isEqualTo(new CancelAnswer.TakenBack());
        assertThat(world.bank.cancelOne(who, order.reference())).isEqualTo(new CancelAnswer.TakenBack());
        assertThat(status(order)).isEqualTo(new OrderStatus.TakenBack());
        assertThat(world.bank.cancelOne(who, RunningBank.newReference())).isInstanceOf(CancelAnswer.TooLate.class);
    }

    @Test
    void changesTellEachOrderOnceAsItIsNow() {
        String start = changes("").next();
        Order one = world.order(who, "40.00");
        Order other = world.order(who, "41.00");
        world.bank.queue(who, one);
        world.bank.queue(who, other);
        ChangesAnswer.Changes first = changes(start);
        world.bank.cancelOne(who, one.reference());
        ChangesAnswer.Changes second = changes(first.next());

        assertThat(first.changes())
                .extracting(ChangesAnswer.Change::reference)
                .containsExactlyInAnyOrder(
                        one.reference().value(), other.reference().value());
        assertThat(second.changes())
                .containsExactly(
                        new ChangesAnswer.Change(one.reference().value(), one.account(), new OrderStatus.TakenBack()));
        assertThat(changes(second.next())).isEqualTo(new ChangesAnswer.Changes(List.of(), second.next()));
    }

    /** The same order, handed over once more. */
    private static Order sentNow(Order order) {
        return new Order(
                order.reference(),
                order.account(),
                order.beneficiary(),
                order.creditor(),
                order.amount(),
                order.description(),
                order.inPortal(),
                world.clock.instant());
    }

    private static ChangesAnswer.Changes changes(String cursor) {
        ChangesAnswer.Changes all = (ChangesAnswer.Changes) world.bank.changesSince(cursor);
        return all;
    }

    private static OrderStatus status(Order order) {
        OurReference reference = order.reference();
        return world.bank.status(reference, order.sentAt());
    }

    private static ReasonCode code(QueueAnswer answer) {
        return ((QueueAnswer.Refused) answer).code();
    }
}
