package io.sarf.payouts.bank.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.payouts.bank.AccountsAnswer;
import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.bank.CancelAnswer;
import io.sarf.payouts.bank.CompleteAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.Order;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.bank.ReserveAnswer;
import io.sarf.payouts.bank.Verdict;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthorizeAtSandboxTest {
    private RunningBank world;
    private Credentials who;
    private Credentials other;

    @BeforeEach
    void open() {
        world = new RunningBank();
        List<Sandbox.TestUser> two = world.users("SANDBOX_SME_UAE", "AUTHORIZER");
        who = RunningBank.login(two.get(0));
        other = RunningBank.login(two.get(1));
    }

    @AfterEach
    void everyBookBalances() {
        var audit = world.audit();
        for (String wrong : List.of(
                "unbalanced_postings",
                "wrong_balances",
                "below_overdraft",
                "payments_without_order",
                "orders_without_payment",
                "violations")) {
            assertThat(audit.path(wrong).asInt()).as(wrong).isZero();
        }
        world.close();
    }

    @Test
    void aSecondPersonAuthorizesWithACodeAndEachOrderHasItsOwnResult() {
        OurReference good = queued("100.00");
        OurReference poor = queued("100.52");
        OurReference pending = queued("100.53");
        BeginAnswer.OtpNeeded challenge = begin(other, good, poor, pending);
        assertThat(status(good)).isEqualTo(new OrderStatus.AuthorizationRunning());
        assertThat(world.bank.complete(other, challenge.challenge(), "9")).isEqualTo(new CompleteAnswer.WrongOtp(2));

        var results = ((CompleteAnswer.Done) world.bank.complete(other, challenge.challenge(), "1111")).verdicts();

        assertThat(results.get(good)).isInstanceOf(Verdict.Accepted.class);
        assertThat(results.get(poor))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ReasonCode.INSUFFICIENT_BALANCE));
        assertThat(results.get(pending)).isEqualTo(new Verdict.Pending());
        assertThat(balance()).isEqualByComparingTo("999799.47");
        world.settle();
        assertThat(status(good)).isInstanceOf(OrderStatus.Processed.class);
        assertThat(status(pending)).isInstanceOf(Verdict.Accepted.class);
        world.settle();
        assertThat(status(pending)).isInstanceOf(OrderStatus.Processed.class);
    }

    @Test
    void manyAreReleasedSeveralAtATimeAndEachHasItsOwnResult() {
        List<OurReference> many =
                Stream.generate(() -> queued("10.00")).limit(30).toList();
        OurReference poor = queued("10.52");
        var all = Stream.concat(many.stream(), Stream.of(poor)).toArray(OurReference[]::new);
        BeginAnswer.OtpNeeded challenge = begin(other, all);

        var results = ((CompleteAnswer.Done) world.bank.complete(other, challenge.challenge(), "1111")).verdicts();
        var again = ((CompleteAnswer.Done) world.bank.complete(other, challenge.challenge(), "1111")).verdicts();

        assertThat(many).allSatisfy(one -> assertThat(results.get(one)).isInstanceOf(Verdict.Accepted.class));
        assertThat(results.get(poor)).isInstanceOf(Verdict.Refused.class);
        assertThat(again).isEqualTo(results);
        assertThat(balance()).isEqualByComparingTo("999700.00");
    }

    @Test
    void threeWrongCodesOrFiveMinutesCloseTheChallengeAndTheOrderIsQueuedAgain() {
        OurReference reference = queued("10.00");
        String challenge = begin(other, reference).challenge();
        world.bank.complete(other, challenge, "0");
        world.bank.complete(other, challenge, "0");
        assertThat(world.bank.complete(other, challenge, "0")).isInstanceOf(CompleteAnswer.Closed.class);
        assertThat(world.bank.complete(other, challenge, "1111")).isInstanceOf(CompleteAnswer.Closed.class);
        assertThat(status(reference)).isInstanceOf(OrderStatus.Queued.class);

        String late = begin(other, reference).challenge();
        world.clock.advance(Duration.ofMinutes(5));
        assertThat(world.bank.complete(other, late, "1111")).isInstanceOf(CompleteAnswer.Closed.class);
        assertThat(status(reference)).isInstanceOf(OrderStatus.Queued.class);
    }

    @Test
    void aChallengeBelongsToThePersonItWasSentTo() {
        OurReference reference = queued("10.00");
        String challenge = begin(other, reference).challenge();

        assertThat(world.bank.complete(who, challenge, "1111")).isInstanceOf(CompleteAnswer.Closed.class);
        assertThat(world.bank.complete(other, challenge, "1111")).isInstanceOf(CompleteAnswer.Done.class);
    }

    @Test
    void aMakerAuthorizesNothing() {
        OurReference reference = queued("10.00");

        assertThat(world.bank.beginOnce(world.login("MAKER"), List.of(reference)))
                .isInstanceOf(BeginAnswer.Refused.class);
        assertThat(world.bank.beginOnce(other, List.of(RunningBank.newReference())))
                .isInstanceOf(BeginAnswer.Refused.class);
    }

    @Test
    void whoIsHeldAuthorizesWithoutACodeUntilReleased() {
        var held = (ReserveAnswer.Reserved) world.bank.reserve(who);
        OurReference reference = queued("10.00");
        assertThat(released(reference)).isInstanceOf(Verdict.Accepted.class);

        world.bank.release(held.bankUser());
        assertThat(world.bank.beginOnce(who, List.of(queued("10.00")))).isInstanceOf(BeginAnswer.OtpNeeded.class);
    }

    @Test
    void theBankMayWantACodeFromWhoIsHeldAndTheOrderStaysQueued() {
        world.bank.reserve(who);
        OurReference reference = queued("10.61");

        assertThat(world.bank.beginOnce(who, List.of(reference))).isInstanceOf(BeginAnswer.OtpNeeded.class);
        assertThat(status(reference)).isInstanceOf(OrderStatus.Queued.class);
        String challenge = begin(other, reference).challenge();
        assertThat(world.bank.complete(other, challenge, "1111")).isInstanceOf(CompleteAnswer.Done.class);
    }

    @Test
    void anAnswerToTheCodeThatIsLostIsFoundByAsking() {
        OurReference reference = queued("10.60");
        String challenge = begin(other, reference).challenge();

        assertThat(world.bank.complete(other, challenge, "1111")).isEqualTo(new CompleteAnswer.Unknown());
        assertThat(status(reference)).isInstanceOf(Verdict.Accepted.class);
        world.settle();
        assertThat(status(reference)).isInstanceOf(OrderStatus.Processed.class);
    }

    @Test
    void anotherApproverMayRejectWhileTheCodeIsBeingTyped() {
        OurReference now = queued("10.59");
        OurReference later = queued("11.59");
        String challenge = begin(other, now).challenge();
        begin(other, later);
        var results = ((CompleteAnswer.Done) world.bank.complete(other, challenge, "1111")).verdicts();
        assertThat(results.get(now)).isInstanceOf(Verdict.RefusedByApprover.class);

        world.settle();
        assertThat(status(later)).isInstanceOf(Verdict.RefusedByApprover.class);
    }

    @Test
    void aPaymentRejectedAfterAcceptanceComesBackToTheAccount() {
        world.bank.reserve(who);
        OurReference reference = queued("10.54");
        assertThat(released(reference)).isInstanceOf(Verdict.Accepted.class);
        assertThat(balance()).isEqualByComparingTo("999989.46");

        world.settle();
        assertThat(status(reference)).isInstanceOf(OrderStatus.RejectedAfterAcceptance.class);
        assertThat(balance()).isEqualByComparingTo("1000000.00");
    }

    @Test
    void whoIsTurnedAwayAuthorizesAndTakesBackNothingAndIsToldWhy() {
        OurReference reference = queued("10.00");
        String challenge = begin(other, reference).challenge();
        world.users("SANDBOX_SME_UAE", "AUTHORIZER")
                .forEach(user -> world.sandbox.expireSession(world.application, user.id()));

        assertThat(world.bank.complete(other, challenge, "1111")).isEqualTo(new CompleteAnswer.CredentialsExpired());
        assertThat(world.bank.cancelOne(who, reference)).isEqualTo(new CancelAnswer.CredentialsExpired());
        assertThat(status(reference)).isInstanceOf(OrderStatus.AuthorizationRunning.class);
        world.bank.connect(who);
        world.clock.advance(Duration.ofMinutes(5));
        assertThat(world.bank.cancelOne(who, reference)).isEqualTo(new CancelAnswer.TakenBack());
    }

    @Test
    void nobodySpendsMoreThanIsThere() {
        world.bank.reserve(who);
        assertThat(released(queued("600000.00"))).isInstanceOf(Verdict.Accepted.class);
        assertThat(released(queued("400000.01"))).isInstanceOf(Verdict.Refused.class);
        assertThat(released(queued("400000.00"))).isInstanceOf(Verdict.Accepted.class);
        assertThat(balance()).isEqualByComparingTo("0.00");
    }

    @Test
    void aBankThatWasStoppedRemembersEverything() {
        world.bank.reserve(who);
        OurReference accepted = queued("10.00");
        released(accepted);
        OurReference waiting = queued("11.00");

        URI back = world.restart();

        var bank = new Renamed(
                new SandboxBank(
                        new Line(back, "key", Duration.ofSeconds(5)),
                        world.bank.profile(),
                        world.clock,
                        UUID::randomUUID),
                world.bank.profile());
        assertThat(bank.status(waiting, world.clock.instant())).isInstanceOf(OrderStatus.Queued.class);
        assertThat(bank.status(accepted, world.clock.instant())).isInstanceOf(Verdict.Accepted.class);
        assertThat(bank.beginOnce(who, List.of(waiting))).isInstanceOf(BeginAnswer.Done.class);
        world.follow(back);
    }

    private OurReference queued(String amount) {
        Order order = world.order(who, amount);
        world.bank.queue(who, order);
        return order.reference();
    }

    private BeginAnswer.OtpNeeded begin(Credentials person, OurReference... references) {
        return (BeginAnswer.OtpNeeded) world.bank.beginOnce(person, List.of(references));
    }

    private Verdict released(OurReference reference) {
        var done = (BeginAnswer.Done) world.bank.beginOnce(who, List.of(reference));
        return Objects.requireNonNull(done.verdicts().get(reference));
    }

    private OrderStatus status(OurReference reference) {
        return world.bank.status(reference, world.clock.instant());
    }

    private BigDecimal balance() {
        var accounts = (AccountsAnswer.Accounts) world.bank.accounts(who);
        return accounts.accounts().stream()
                .filter(account -> account.id().equals(world.account(who).id()))
                .findFirst()
                .orElseThrow()
                .balance();
    }
}
