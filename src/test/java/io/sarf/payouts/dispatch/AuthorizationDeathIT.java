package io.sarf.payouts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.sarf.payouts.authorization.AuthorizationId;
import io.sarf.payouts.authorization.AuthorizeSubjects;
import io.sarf.payouts.authorization.Subject;
import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.bank.CompleteAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.payout.Payouts;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.team.Person;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.Gate;
import io.sarf.testing.Killed;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The process that authorizes dies, or stands still, between what it has committed and what the bank answers. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class AuthorizationDeathIT {

    /** What happens to the next answer of the bank on its way; null for nothing. */
    private static final class Way {
        private Runnable begun = () -> {};
        private Runnable completed = () -> {};
        private int codes;
    }

    @Inject
    PayingCompanies companies;

    @Inject
    AuthorizeSubjects authorize;

    @Inject
    Payouts payouts;

    @Inject
    SingleSteps advance;

    @Inject
    Ids ids;

    @Inject
    MovableClock clock;

    private final Way way = new Way();
    private PayingCompany company;
    private Caller first;
    private Caller second;

    @BeforeEach
    void a_company() {
        company = companies.open(new PaperBank(clock) {
            @Override
            public BeginAnswer beginOnce(Credentials credentials, List<OurReference> references) {
                way.begun.run();
                return super.beginOnce(credentials, references);
            }

            @Override
            public CompleteAnswer complete(Credentials credentials, String challenge, String otp) {
                way.codes++;
                var answer = super.complete(credentials, challenge, otp);
                way.completed.run();
                return answer;
            }
        });
        first = new Caller(company.first(), company.scope().path() + "/payouts/new");
        second = new Caller(company.second(), company.scope().path() + "/payouts/new");
    }

    @Test
    void who_dies_before_the_bank_was_asked_leaves_a_payout_that_waits_again_once_the_bank_says_so() {
        var payout = companies.queued(company);
        var window = new AuthorizationId(ids.next());
        way.begun = die();
        assertThatThrownBy(() -> begin(company.first(), window, payout)).isInstanceOf(Killed.class);

        assertThat(companies.status(company, payout)).isEqualTo("AUTHORIZING");
        assertThat(first.get(page(window))).contains("The bank has not answered yet");
        assertThat(landing(cancel(payout))).contains("can no longer be cancelled. It is now: Being authorized");
        assertThat(companies.dueAt(payout)).isEqualTo(clock.instant().plusSeconds(30));

        clock.advance(Duration.ofSeconds(31));
        ask(payout);

        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
        assertThat(first.get(page(window)))
                .contains("Nothing was authorized", "The bank has confirmed", "Not authorized")
                .doesNotContain("Look again");
        way.begun = () -> {};
        var another = new AuthorizationId(ids.next());
        begin(company.second(), another, payout);
        assertThat(second.get(page(another))).contains("Code sent to the phone");
    }

    @Test
    void while_the_bank_says_that_an_authorization_runs_nobody_else_can_begin() {
        var payout = companies.queued(company);
        var window = new AuthorizationId(ids.next());
        way.begun = () -> {
            company.bank().say(companies.reference(payout), new OrderStatus.AuthorizationRunning());
            throw new Killed();
        };
        assertThatThrownBy(() -> begin(company.first(), window, payout)).isInstanceOf(Killed.class);
        clock.advance(Duration.ofSeconds(31));
        ask(payout);

        assertThat(companies.status(company, payout)).isEqualTo("AUTHORIZING");
        assertThat(companies.dueAt(payout)).isAfter(clock.instant());
        assertThat(companies.events(payout)).endsWith("payout.authorization_begun");
    }

    @Test
    void who_dies_between_the_code_and_its_result_leaves_a_payout_whose_fate_is_asked_for_and_shown() {
        var payout = companies.queued(company);
        var window = new AuthorizationId(ids.next());
        begin(company.first(), window, payout);
        way.completed = die();

        code(first, window).then().statusCode(500);
        assertThat(companies.status(company, payout)).isEqualTo("AUTHORIZING");
        assertThat(first.get(page(window))).contains("Your bank has been given the code", "0 of 1 have a result");
        way.completed = () -> {};
        assertThat(first.landing(code(first, window))).contains("does not wait for a code any more");
        assertThat(companies.dueAt(payout)).isEqualTo(clock.instant().plusSeconds(30));

        clock.advance(Duration.ofSeconds(31));
        ask(payout);

        assertThat(companies.status(company, payout)).isEqualTo("ACCEPTED_BY_BANK");
        assertThat(first.get(page(window)))
                .contains("Done", "Accepted by the bank")
                .doesNotContain("Look again");
        assertThat(way.codes).isEqualTo(1);
        assertThat(company.bank().challenges()).isEqualTo(1);
    }

    @Test
    void a_wrong_code_leaves_the_time_the_code_had() {
        var payout = companies.queued(company);
        var window = new AuthorizationId(ids.next());
        begin(company.first(), window, payout);
        var until = companies.dueAt(payout);

        assertThat(first.landing(first.post(page(window) + "/code", Map.of("otp", "9999"))))
                .contains("That code is not right. 2 attempts left.");

        assertThat(companies.dueAt(payout))
                .isEqualTo(until)
                .isEqualTo(clock.instant().plusSeconds(305));
    }

    @Test
    void an_answer_that_comes_when_the_payout_is_in_other_hands_changes_nothing() {
        var refusals = List.<Supplier<BeginAnswer>>of(
                () -> new BeginAnswer.Refused(ReasonCode.BANK_ISSUE, "No"), BeginAnswer.Unknown::new);
        for (var late : refusals) {
            var gate = new Gate();
            company = companies.open(new PaperBank(clock) {
                private boolean stood;

                @Override
                public BeginAnswer beginOnce(Credentials credentials, List<OurReference> references) {
                    if (stood) {
                        return super.beginOnce(credentials, references);
                    }
                    stood = true;
                    gate.pass();
                    return late.get();
                }
            });
            var payout = companies.queued(company);
            var slow = new AuthorizationId(ids.next());
            var quick = new AuthorizationId(ids.next());

            Together.run(List.<Callable<Object>>of(() -> begin(company.first(), slow, payout), () -> {
                        gate.awaitArrival();
                        clock.advance(Duration.ofSeconds(31));
                        ask(payout);
                        begin(company.second(), quick, payout);
                        gate.open();
                        return "in other hands";
                    }))
                    .forEach(Together.Outcome::get);

            assertThat(companies.status(company, payout)).isEqualTo("AUTHORIZING");
            assertThat(companies.dueAt(payout)).isEqualTo(clock.instant().plusSeconds(305));
            second = new Caller(company.second(), company.scope().path() + "/payouts/new");
            first = new Caller(company.first(), company.scope().path() + "/payouts/new");
            assertThat(first.get(page(slow))).contains("Nothing was authorized");
            second.landing(code(second, quick));
            assertThat(companies.status(company, payout)).isEqualTo("ACCEPTED_BY_BANK");
        }
    }

    private static Runnable die() {
        return () -> {
            throw new Killed();
        };
    }

    private AuthorizationId begin(Person person, AuthorizationId window, PayoutId id) {
        var payout = payouts.require(company.scope(), id);
        var subject = new Subject(
                id.value(),
                payout.revision(),
                payout.recipient().payee(),
                payout.recipient().iban(),
                payout.amount(),
                payout.orderAtBank().reference());
        authorize.begin(
                company.scope(), person, window, company.bank().profile().identifier(), List.of(subject));
        return window;
    }

    private Response code(Caller caller, AuthorizationId window) {
        return caller.post(page(window) + "/code", Map.of("otp", PaperBank.CODE));
    }

    private Response cancel(PayoutId payout) {
        return first.post(company.scope().path() + "/payouts/" + payout + "/cancellation", Map.of());
    }

    private String landing(Response answer) {
        return first.landing(answer);
    }

    /** A node comes by and asks the bank. */
    private void ask(PayoutId payout) {
        var lease = companies.lease(payout);
        var step = (Step.LookUp) advance.prepare(lease).orElseThrow();
        advance.record(
                lease,
                company.bank().status(step.order().reference(), step.order().sentAt()));
    }

    private String page(AuthorizationId window) {
        return company.scope().path() + "/authorizations/" + window;
    }
}
