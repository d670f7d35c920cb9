package io.sarf.payouts.bank.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.payouts.bank.AccountsAnswer;
import io.sarf.payouts.bank.Bank;
import io.sarf.payouts.bank.BankProfile;
import io.sarf.payouts.bank.BeneficiaryAnswer;
import io.sarf.payouts.bank.ConnectAnswer;
import io.sarf.payouts.bank.ConnectAnswer.Why;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.NameCheck;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.bank.ReserveAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConnectAtSandboxTest {
    private static RunningBank world;

    @BeforeAll
    static void open() {
        world = new RunningBank();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void threeBanksAreOffered() {
        List<Bank> banks = new SandboxBanks(
                        Optional.of(world.address()),
                        Optional.of("key"),
                        Duration.ofSeconds(1),
                        world.clock,
                        UUID::randomUUID)
                .banks();

        assertThat(banks)
                .extracting(bank -> bank.profile().identifier())
                .containsExactly("SANDBOX_SME_UAE", "SANDBOX_SME_KSA", "SANDBOX_RETAIL_UAE");
        assertThat(banks.get(2).profile().type()).isEqualTo(BankProfile.Type.RETAIL);
        assertThat(banks.get(0).profile().horizon()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void withoutABankThereIsNoneAndNobodyWaits() {
        assertThat(new SandboxBanks(
                                Optional.empty(),
                                Optional.empty(),
                                Duration.ofSeconds(1),
                                world.clock,
                                UUID::randomUUID)
                        .banks())
                .isEmpty();
        URI nobody = URI.create("http://127.0.0.1:1");
        assertThat(new SandboxBanks(
                                Optional.of(nobody),
                                Optional.empty(),
                                Duration.ofSeconds(1),
                                world.clock,
                                UUID::randomUUID)
                        .banks())
                .isEmpty();
    }

    @Test
    void anAuthorizerConnectsAndSeesTheCompanysAccounts() {
        var answer = (ConnectAnswer.Connected) world.bank.connect(world.login("AUTHORIZER"));

        assertThat(answer.authorizer()).isTrue();
        assertThat(answer.accounts()).hasSize(2);
        assertThat(answer.accounts().get(0).currency()).isEqualTo("AED");
    }

    @Test
    void twoUsersOfOneApplicationAreTwoPeopleOfOneCompany() {
        List<Sandbox.TestUser> two = world.users("SANDBOX_SME_UAE", "AUTHORIZER");
        var first = (ConnectAnswer.Connected) world.bank.connect(RunningBank.login(two.get(0)));
        var second = (ConnectAnswer.Connected) world.bank.connect(RunningBank.login(two.get(1)));

        assertThat(second.accounts()).isEqualTo(first.accounts());
        assertThat(second.bankUser()).isNotEqualTo(first.bankUser());
    }

    @Test
    void thoseWhoCannotConnectAreToldWhy() {
        assertThat(world.bank.connect(new Credentials("nobody", "nothing"))).isEqualTo(refused(Why.WRONG_CREDENTIALS));
        assertThat(world.bank.connect(world.login("PASSWORD_EXPIRED"))).isEqualTo(refused(Why.PASSWORD_EXPIRED));
        assertThat(world.bank.connect(world.login("LOCKED"))).isEqualTo(refused(Why.LOCKED));
        var maker = (ConnectAnswer.Connected) world.bank.connect(world.login("MAKER"));
        assertThat(maker.authorizer()).isFalse();
    }

    @Test
    void theRightCodeConnectsAndThreeWrongOnesEndIt() {
        Credentials who = world.login("AUTHORIZER_WITH_OTP");
        var challenge = (ConnectAnswer.OtpNeeded) world.bank.connect(who);
        assertThat(challenge.attemptsLeft()).isEqualTo(3);
        assertThat(world.bank.completeConnect(challenge.challenge(), "2222")).isEqualTo(refused(Why.WRONG_OTP));
        assertThat(world.bank.completeConnect(challenge.challenge(), "1111"))
                .isInstanceOf(ConnectAnswer.Connected.class);

        var another = (ConnectAnswer.OtpNeeded) world.bank.connect(who);
        world.bank.completeConnect(another.challenge(), "0");
        world.bank.completeConnect(another.challenge(), "0");
        world.bank.completeConnect(another.challenge(), "0");
        assertThat(world.bank.completeConnect(another.challenge(), "1111")).isEqualTo(refused(Why.OTP_EXPIRED));
    }

    @Test
    void aCodeLivesFiveMinutes() {
        var challenge = (ConnectAnswer.OtpNeeded) world.bank.connect(world.login("AUTHORIZER_WITH_OTP"));
        world.clock.advance(Duration.ofMinutes(5));

        assertThat(world.bank.completeConnect(challenge.challenge(), "1111")).isEqualTo(refused(Why.OTP_EXPIRED));
    }

    @Test
    void anExpiredSessionEndsEveryCallUntilTheUserConnectsAgain() {
        Sandbox.TestUser user = world.sandbox
                .add(world.application, "Acme", "SANDBOX_SME_UAE", "AUTHORIZER")
                .orElseThrow();
        Credentials who = RunningBank.login(user);
        assertThat(world.bank.accounts(who)).isInstanceOf(AccountsAnswer.Accounts.class);

        assertThat(world.sandbox.expireSession(world.application, user.id())).isTrue();
        assertThat(world.bank.accounts(who)).isEqualTo(new AccountsAnswer.CredentialsExpired());
        world.bank.connect(who);
        assertThat(world.bank.accounts(who)).isInstanceOf(AccountsAnswer.Accounts.class);

        assertThat(world.sandbox.expirePassword(world.application, user.id())).isTrue();
        assertThat(world.bank.connect(who)).isEqualTo(refused(Why.PASSWORD_EXPIRED));
        Sandbox.TestUser renewed =
                world.sandbox.renewPassword(world.application, user.id()).orElseThrow();
        assertThat(world.bank.connect(RunningBank.login(renewed))).isInstanceOf(ConnectAnswer.Connected.class);

        assertThat(world.sandbox.delete(world.application, user.id())).isTrue();
        assertThat(world.bank.connect(RunningBank.login(renewed))).isEqualTo(refused(Why.WRONG_CREDENTIALS));
    }

    @Test
    void aRetailUserCannotBeUsedForPayouts() {
        Credentials retail =
                RunningBank.login(world.users("SANDBOX_RETAIL_UAE", "RETAIL").get(0));
        Bank bank = new SandboxBanks(
                        Optional.of(world.address()),
                        Optional.of("key"),
                        Duration.ofSeconds(20),
                        world.clock,
                        UUID::randomUUID)
                .banks()
                .get(2);

        assertThat(bank.connect(retail)).isEqualTo(refused(Why.NOT_FOR_PAYOUTS));
    }

    @Test
    void onlyAnAuthorizerIsHeldAndHoldingTwiceChangesNothing() {
        Credentials who = world.login("AUTHORIZER_WITH_OTP");
        var held = (ReserveAnswer.Reserved) world.bank.reserve(who);

        assertThat(world.bank.reserve(who)).isEqualTo(held);
        assertThat(world.user("AUTHORIZER_WITH_OTP").held()).isTrue();
        assertThat(world.bank.release(held.bankUser())).isEqualTo(true);
        assertThat(world.user("AUTHORIZER_WITH_OTP").held()).isFalse();
        assertThat(world.bank.reserve(world.login("MAKER"))).isInstanceOf(ReserveAnswer.Refused.class);
    }

    @Test
    void whatABeneficiaryCanComeToShowsInTheIban() {
        Credentials who = world.login("AUTHORIZER");
        assertThat(add(who, "AE190331111111111110001")).isInstanceOf(BeneficiaryAnswer.Refused.class);
        assertThat(add(who, RunningBank.GOOD_IBAN)).isInstanceOf(BeneficiaryAnswer.Active.class);
        assertThat(add(who, sample("refused")))
                .isInstanceOfSatisfying(
                        BeneficiaryAnswer.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ReasonCode.BENEFICIARY_NOT_FOUND));
        assertThat(check(add(who, sample("no_match"))).verdict()).isEqualTo(NameCheck.Result.NO_MATCH);
        NameCheck close = check(add(who, sample("close_match")));
        assertThat(close.verdict()).isEqualTo(NameCheck.Result.CLOSE_MATCH);
        assertThat(close.knownName()).isEqualTo("Noor Hadid Trading");
    }

    @Test
    void aBeneficiaryCoolsOffAndTheSameReferenceNamesTheSameOne() {
        Credentials who = world.login("AUTHORIZER");
        var wanted = RunningBank.beneficiary("Noor Hadid", sample("cool_off"));
        var cooling = (BeneficiaryAnswer.CoolOff) world.bank.addBeneficiary(who, wanted);
        assertThat(world.bank.addBeneficiary(who, wanted)).isEqualTo(cooling);

        world.clock.advance(Duration.ofSeconds(60));
        var active = (BeneficiaryAnswer.Active) world.bank.addBeneficiary(who, wanted);
        assertThat(active.bankId()).isEqualTo(cooling.bankId());
    }

    private static String sample(String name) {
        var banks = (BankReply.Answer) new Line(world.address(), "key", Duration.ofSeconds(20)).get("/v1/banks");
        return banks.body().path("banks").get(0).path("sample_ibans").path(name).asText();
    }

    private static BeneficiaryAnswer add(Credentials who, String iban) {
        return world.bank.addBeneficiary(who, RunningBank.beneficiary("Noor Hadid", iban));
    }

    private static NameCheck check(BeneficiaryAnswer answer) {
        return ((BeneficiaryAnswer.Active) answer).nameCheck();
    }

    private static ConnectAnswer refused(Why why) {
        return new ConnectAnswer.Refused(why);
    }
}
