package io.sarf.payouts.payout;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.sarf.payouts.bank.CompleteAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.team.KnownPeople;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever authorizes has signed in a short time ago, and loses nothing when they have to do it again. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class SignInAgeIT {
    private static final Duration AGE = Duration.ofMinutes(15);

    @Inject
    PayingCompanies companies;

    @Inject
    KnownPeople people;

    @Inject
    Ids ids;

    @Inject
    MovableClock clock;

    private int codes;
    private PayingCompany company;
    private Caller first;
    private PayoutId payout;
    private String pick;
    private UUID form;

    @BeforeEach
    void a_company_with_a_payout_that_waits() {
        codes = 0;
        company = companies.open(new PaperBank(clock) {
            @Override
            public CompleteAnswer complete(Credentials credentials, String challenge, String otp) {
                codes++;
                return super.complete(credentials, challenge, otp);
            }
        });
        first = new Caller(company.first(), company.scope().path() + "/payouts/new");
        payout = companies.queued(company);
        pick = companies.pick(company, payout);
        form = ids.next();
    }

    @Test
    void whoever_signed_in_too_long_ago_takes_nothing_and_the_bank_is_not_asked() {
        clock.advance(AGE.plusMillis(1));

        var answer = begin(first);

        assertThat(sentTo(answer)).isEqualTo(signIn());
        assertThat(first.get(signIn())).contains("Sign in again", "your bank has not been asked for a code");
        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
        assertThat(companies.pick(company, payout)).isEqualTo(pick);
        assertThat(company.bank().challenges()).isZero();
        first.missing(window());
    }

    @Test
    void a_sign_in_as_old_as_it_may_be_is_enough() {
        clock.advance(AGE);

        assertThat(sentTo(begin(first))).isEqualTo(window());
    }

    @Test
    void of_whom_the_identity_provider_does_not_say_when_they_signed_in_has_to_sign_in_again() {
        people.signedIn(company.first(), null);

        assertThat(sentTo(begin(first))).isEqualTo(signIn());
        assertThat(company.bank().challenges()).isZero();
    }

    @Test
    void after_signing_in_again_the_same_selection_is_reviewed_and_authorized() {
        clock.advance(AGE.plusMillis(1));
        begin(first);
        assertThat(sentTo(first.post(signIn(), Map.of()))).isEqualTo(signIn());
        assertThat(first.get(signIn())).contains("Sign in again");

        people.signedIn(company.first(), clock.instant());

        assertThat(sentTo(first.follow(signIn()))).isEqualTo(review());
        assertThat(sentTo(first.post(signIn(), Map.of()))).isEqualTo(review());
        assertThat(first.get(review())).contains(form.toString(), pick);
        assertThat(first.landing(begin(first))).contains("Code sent to the phone");
        assertThat(sentTo(first.follow(signIn()))).isEqualTo(window());
        assertThat(company.bank().challenges()).isEqualTo(1);
    }

    @Test
    void a_payout_that_changed_meanwhile_is_named_and_not_reviewed_as_if_it_were_the_same() {
        clock.advance(AGE.plusMillis(1));
        begin(first);
        var second = new Caller(company.second(), company.scope().path() + "/payouts/new");
        people.signedIn(company.second(), clock.instant());
        begin(second, ids.next());

        people.signedIn(company.first(), clock.instant());

        assertThat(first.landing(first.follow(review()))).contains("is not as it was shown any more");
    }

    @Test
    void what_one_person_has_selected_is_missing_for_everybody_else() {
        clock.advance(AGE.plusMillis(1));
        begin(first);
        var second = new Caller(company.second(), company.scope().path() + "/payouts/new");

        second.missing(signIn());
        second.missing(review());
    }

    @Test
    void the_selection_kept_last_takes_the_place_of_the_one_before() {
        clock.advance(AGE.plusMillis(1));
        begin(first);
        var before = review();
        form = ids.next();
        begin(first);
        people.signedIn(company.first(), clock.instant());

        first.missing(before);
        assertThat(first.get(review())).contains(pick);
    }

    @Test
    void a_code_from_whoever_signed_in_too_long_ago_does_not_reach_the_bank_until_they_have_signed_in_again() {
        people.signedIn(company.first(), clock.instant().minus(AGE).plusSeconds(60));
        begin(first);
        var deadline = companies.dueAt(payout);
        clock.advance(Duration.ofSeconds(61));

        assertThat(sentTo(code())).isEqualTo(signIn());
        assertThat(codes).isZero();
        assertThat(companies.status(company, payout)).isEqualTo("AUTHORIZING");
        assertThat(companies.dueAt(payout)).isEqualTo(deadline);
        assertThat(first.get(signIn())).contains("then give the code");

        people.signedIn(company.first(), clock.instant());
        assertThat(sentTo(first.follow(signIn()))).isEqualTo(window());
        assertThat(first.get(window())).contains("Code sent to the phone");
        assertThat(first.landing(code())).contains("Accepted by the bank");
        assertThat(codes).isEqualTo(1);
        assertThat(company.bank().challenges()).isEqualTo(1);
    }

    private Response begin(Caller caller) {
        return begin(caller, form);
    }

    private Response begin(Caller caller, UUID id) {
        return caller.post(
                company.scope().path() + "/payouts/authorizations",
                Map.of("id", id.toString(), "payout", List.of(pick)));
    }

    private Response code() {
        return first.post(window() + "/code", Map.of("otp", PaperBank.CODE));
    }

    private String window() {
        return company.scope().path() + "/authorizations/" + form;
    }

    private String signIn() {
        return window() + "/fresh-sign-in";
    }

    private String review() {
        return company.scope().path() + "/payouts/authorization-reviews/" + form;
    }

    private static String sentTo(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return URI.create(answer.header("Location")).getPath();
    }
}
