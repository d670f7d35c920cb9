package io.sarf.payouts.bank.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.payouts.bank.BankAccount;
import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.bank.BeneficiaryAnswer;
import io.sarf.payouts.bank.ConnectAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.Creditor;
import io.sarf.payouts.bank.NewBeneficiary;
import io.sarf.payouts.bank.Order;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.bank.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bank in Riyadh: the same words, in riyals. */
class SaudiSandboxTest {
    private static final String IBAN = "SA0380000000608010167519";

    private static final Creditor CREDITOR =
            new Creditor("Noor Hadid", IBAN, null, null, "1 Road", "Riyadh", "SAU", "SAR");

    private RunningBank world;
    private Renamed bank;
    private Credentials who;
    private BankAccount account;
    private String beneficiary;

    @BeforeEach
    void open() {
        world = new RunningBank();
        bank = world.bankWith("SANDBOX_SME_KSA", "key", Duration.ofSeconds(5));
        who = RunningBank.login(world.users("SANDBOX_SME_KSA", "AUTHORIZER").get(0));
        account = current();
        var wanted = new NewBeneficiary("B-KSA", CREDITOR);
        beneficiary = ((BeneficiaryAnswer.Active) bank.addBeneficiary(who, wanted)).bankId();
        bank.reserve(who);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anOrderIsQueuedAuthorizedAndPaidInRiyals() {
        assertThat(bank.profile().country()).isEqualTo("SAU");
        assertThat(account.currency()).isEqualTo("SAR");
        assertThat(account.iban()).startsWith("SA");
        Order order = order("SAR 250.75");

        assertThat(bank.queue(who, order)).isInstanceOf(QueueAnswer.Taken.class);
        var done = (BeginAnswer.Done) bank.beginOnce(who, List.of(order.reference()));

        assertThat(done.verdicts().get(order.reference())).isInstanceOf(Verdict.Accepted.class);
        world.settle();
        assertThat(bank.status(order.reference(), order.sentAt())).isInstanceOf(OrderStatus.Processed.class);
        assertThat(current().balance()).isEqualByComparingTo(account.balance().subtract(new BigDecimal("250.75")));
        assertThat(world.audit().path("unbalanced_postings").asInt()).isZero();
    }

    @Test
    void triggersFireInAnyCurrency() {
        assertThat(bank.queue(who, order("SAR 10.51")))
                .isInstanceOfSatisfying(
                        QueueAnswer.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ReasonCode.EXCEEDS_DAILY_LIMIT));
    }

    @Test
    void anOrderInAnotherCurrencyThanTheAccountsIsRefused() {
        assertThat(bank.queue(who, order("AED 10.00"))).isInstanceOf(QueueAnswer.Refused.class);
    }

    @Test
    void aReferenceOfOneBankIsNotKnownAtTheOther() {
        Order order = order("SAR 10.00");
        bank.queue(who, order);

        assertThat(world.bank.status(order.reference(), order.sentAt())).isEqualTo(new OrderStatus.NotKnownHere(false));
    }

    private BankAccount current() {
        return ((ConnectAnswer.Connected) bank.connect(who))
                .accounts().stream()
                        .filter(one -> one.name().equals("Current account"))
                        .findFirst()
                        .orElseThrow();
    }

    private Order order(String amount) {
        return new Order(
                RunningBank.newReference(),
                account.id(),
                beneficiary,
                CREDITOR,
                Money.parse(amount),
                "Salary",
                false,
                world.clock.instant());
    }
}
