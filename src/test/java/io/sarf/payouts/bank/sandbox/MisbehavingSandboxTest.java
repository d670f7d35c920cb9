package io.sarf.payouts.bank.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.bank.CompleteAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.Order;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.testing.Eventually;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bank as a rehearsal may set it: slow, or one that takes a second call for a second order. */
class MisbehavingSandboxTest {
    private RunningBank world;
    private Credentials who;

    @BeforeEach
    void open() {
        world = new RunningBank();
        who = world.login("AUTHORIZER");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void withoutDeduplicationASecondCallMovesMoneyTwiceAndTheBooksShowIt() {
        withoutDeduplication(true);
        Order order = world.order(who, "100.00");
        BigDecimal before = world.account(who).balance();
        world.bank.queue(who, order);
        world.clock.advance(Duration.ofSeconds(61));
        world.bank.queue(who, order);

        authorize(order);

        assertThat(world.account(who).balance()).isEqualByComparingTo(before.subtract(new BigDecimal("200.00")));
        assertThat(world.witness(order.reference()).path("payments").asInt()).isEqualTo(2);
        assertThat(world.witness(order.reference()).path("violations").asInt()).isEqualTo(1);
        assertThat(world.audit().path("payments_without_order").asInt()).isEqualTo(1);
        assertThat(world.audit().path("unbalanced_postings").asInt()).isZero();
        assertThat(world.audit().path("wrong_balances").asInt()).isZero();
    }

    @Test
    void withoutDeduplicationASecondCallForAPaidOrderIsPaidAtOnce() {
        withoutDeduplication(true);
        Order order = world.order(who, "100.00");
        world.bank.queue(who, order);
        authorize(order);

        world.bank.queue(who, order);

        assertThat(world.witness(order.reference()).path("payments").asInt()).isEqualTo(2);
    }

    @Test
    void aBankThatDeduplicatesPaysOnceHoweverOftenItIsCalled() {
        Order order = world.order(who, "100.00");
        world.bank.queue(who, order);
        world.clock.advance(Duration.ofSeconds(61));
        world.bank.queue(who, order);
        authorize(order);
        world.bank.queue(who, order);

        assertThat(world.witness(order.reference()).path("calls").asInt()).isEqualTo(3);
        assertThat(world.witness(order.reference()).path("payments").asInt()).isEqualTo(1);
    }

    @Test
    void aSecondCallBeforeTheHorizonIsAViolationInEitherMode() {
        for (boolean mode : List.of(false, true)) {
            withoutDeduplication(mode);
            Order order = world.order(who, "100.00");
            world.bank.queue(who, order);
            world.bank.queue(who, order);

            assertThat(world.witness(order.reference()).path("violations").asInt())
                    .as("without deduplication: " + mode)
                    .isEqualTo(1);
        }
    }

    @Test
    void aCallAfterTheBankGuaranteedThatItKnowsNothingIsNoViolationInEitherMode() {
        for (boolean mode : List.of(false, true)) {
            withoutDeduplication(mode);
            Order lost = world.order(who, "100.56");
            assertThat(world.bank.queue(who, lost)).isEqualTo(new QueueAnswer.Unknown());
            world.clock.advance(Duration.ofSeconds(61));
            assertThat(world.bank.status(lost.reference(), lost.sentAt()))
                    .isEqualTo(new OrderStatus.NotKnownHere(true));
            Order again = world.order(who, "100.56", lost.reference());

            assertThat(world.bank.queue(who, again)).isInstanceOf(QueueAnswer.Taken.class);
            assertThat(world.witness(lost.reference()).path("violations").asInt())
                    .as("without deduplication: " + mode)
                    .isZero();
        }
    }

    @Test
    void aBankSlowerThanOurPatienceLeavesTheOrderUnknownUntilItIsAskedAgain() {
        Order order = world.order(who, "100.00");
        world.administer(
                "/admin/faults", Bodies.empty().put("bank", "SANDBOX_SME_UAE").put("latency_min_ms", 2_000));

        assertThat(world.bank.queue(who, order)).isEqualTo(new QueueAnswer.Unknown());
        assertThat(world.bank.status(order.reference(), order.sentAt())).isEqualTo(new OrderStatus.NoAnswer());
        world.administer("/admin/faults", Bodies.empty());

        Eventually.get(
                "the order at the bank",
                () -> Optional.of(world.bank.status(order.reference(), order.sentAt()))
                        .filter(OrderStatus.Queued.class::isInstance));
        assertThat(world.witness(order.reference()).path("calls").asInt()).isEqualTo(1);
    }

    @Test
    void aBankSlowWithinOurPatienceAnswersAndAnotherBankIsNotSlow() {
        Order order = world.order(who, "100.00");
        world.administer(
                "/admin/faults", Bodies.empty().put("bank", "SANDBOX_SME_UAE").put("latency_min_ms", 1_500));
        Renamed patient = world.bankWith("key", Duration.ofSeconds(20));
        Renamed other = world.bankWith("SANDBOX_SME_KSA", "key", Duration.ofSeconds(1));

        assertThat(world.bank.status(order.reference(), order.sentAt())).isEqualTo(new OrderStatus.NoAnswer());
        assertThat(patient.queue(who, order)).isInstanceOf(QueueAnswer.Taken.class);
        assertThat(other.status(order.reference(), order.sentAt())).isEqualTo(new OrderStatus.NotKnownHere(false));
    }

    @Test
    void theAnswerForManyOrdersMayTakeLongerThanForOne() {
        var ofOne = challenge();
        var ofMany = challenge();
        world.administer(
                "/admin/faults", Bodies.empty().put("bank", "SANDBOX_SME_UAE").put("latency_min_ms", 2_000));

        assertThat(world.bank.complete(who, ofOne, "1111", 1)).isEqualTo(new CompleteAnswer.Unknown());
        assertThat(world.bank.complete(who, ofMany, "1111", 5_000)).isInstanceOf(CompleteAnswer.Done.class);
    }

    private String challenge() {
        var order = world.order(who, "100.00");
        world.bank.queue(who, order);
        return ((BeginAnswer.OtpNeeded) world.bank.beginOnce(who, List.of(order.reference()))).challenge();
    }

    private void withoutDeduplication(boolean on) {
        world.administer("/admin/settings", Bodies.empty().put("without_deduplication", on));
    }

    private void authorize(Order order) {
        world.bank.reserve(who);
        assertThat(world.bank.beginOnce(who, List.of(order.reference()))).isInstanceOf(BeginAnswer.Done.class);
    }
}
