package io.sarf.payouts.ondemand;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.team.KnownPeople;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Releasing on demand from the dashboard. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class ReleasePagesIT {
    private static final int ROUNDS = 10;

    @Inject
    PayingCompanies companies;

    @Inject
    KnownPeople people;

    @Inject
    Ids ids;

    @Inject
    MovableClock clock;

    private PayingCompany company;
    private Caller first;
    private Caller owner;

    @BeforeEach
    void a_company_that_may_release() {
        company = companies.open(new PaperBank(clock));
        companies.onDemand(company, true);
        first = new Caller(company.first(), payouts() + "/new");
        owner = new Caller(company.owner(), payouts() + "/new");
    }

    @Test
    void what_is_reviewed_is_released_without_a_code_and_each_payout_shows_its_result() {
        var one = companies.queued(company);
        var other = companies.queued(company);
        assertThat(first.get(payouts())).contains("Release on demand");
        var review =
                first.post(payouts() + "/release-reviews", Map.of("payout", List.of(one.toString(), other.toString())));
        assertThat(review.then().statusCode(200).extract().asString())
                .contains(companies.pick(company, one), companies.pick(company, other), "2 payouts", "240.00");

        var page = first.landing(release(first, ids.next(), picks(one, other)));

        assertThat(page).contains("0 of 2 have a result", "http-equiv=\"refresh\"", "Being authorized");
        // Longer than a lease, since other nodes of this test may have held some of the tasks.
        clock.advance(Duration.ofMinutes(1));
        companies.work(company);
        assertThat(companies.status(company, one)).isEqualTo("ACCEPTED_BY_BANK");
        assertThat(companies.flow(company, other)).isEqualTo("ON_DEMAND");
        assertThat(company.bank().challenges()).isZero();
        assertThat(first.get(payouts() + "/" + other)).contains("On demand", "Released on demand");
    }

    @Test
    void of_a_selection_with_one_that_changed_nothing_is_released_and_it_is_named() {
        var one = companies.queued(company);
        var other = companies.queued(company);
        var shown = picks(one, other);
        first.post(payouts() + "/" + other + "/cancellation", Map.of());

        assertThat(first.landing(release(first, ids.next(), shown))).contains("is not as it was shown any more");

        assertThat(companies.status(company, one)).isEqualTo("AWAITING_AUTHORIZATION");
    }

    @Test
    void whoever_connected_the_default_authorizer_sees_why_not_and_the_server_refuses_too() {
        var payout = companies.queued(company);

        assertThat(owner.get(payouts())).contains("another Financial Controller has to release");
        assertThat(owner.landing(release(owner, ids.next(), picks(payout))))
                .contains("another Financial Controller has to release");
        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
    }

    @Test
    void while_it_is_not_enabled_there_is_no_button_and_the_server_refuses() {
        companies.onDemand(company, false);
        var payout = companies.queued(company);

        assertThat(first.get(payouts())).doesNotContain("Release on demand", "release-reviews");
        assertThat(first.landing(release(first, ids.next(), picks(payout)))).contains("is not enabled");
        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
    }

    @Test
    void whoever_signed_in_too_long_ago_releases_nothing_and_finds_the_selection_again() {
        var payout = companies.queued(company);
        var form = ids.next();
        clock.advance(Duration.ofMinutes(16));

        var away = release(first, form, picks(payout));

        var signIn = company.scope().path() + "/authorizations/" + form + "/fresh-sign-in";
        assertThat(path(away)).isEqualTo(signIn);
        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
        people.signedIn(company.first(), clock.instant());
        assertThat(path(first.follow(signIn))).isEqualTo(payouts() + "/release-reviews/" + form);
        assertThat(first.get(payouts() + "/release-reviews/" + form))
                .contains(form.toString(), picks(payout).get(0));
        release(first, form, picks(payout));
        assertThat(companies.status(company, payout)).isEqualTo("AUTHORIZING");
    }

    @Test
    void the_same_form_twice_at_once_releases_once_and_both_see_it() {
        for (var round = 0; round < ROUNDS; round++) {
            var payout = companies.queued(company);
            var shown = picks(payout);
            var form = ids.next();

            var both = Together.run(2, () -> release(first, form, shown));

            assertThat(both).allSatisfy(one -> assertThat(path(one.get())).isEqualTo(payouts() + "/releases/" + form));
            assertThat(companies.events(payout)).containsOnlyOnce("payout.released_on_demand");
        }
    }

    @Test
    void of_a_release_and_an_authorization_at_once_one_has_the_payout_and_the_other_is_told() {
        for (var round = 0; round < ROUNDS; round++) {
            var payout = companies.queued(company);
            var shown = picks(payout);
            var second = new Caller(company.second(), payouts() + "/new");

            var both = Together.run(List.<Callable<String>>of(
                    () -> first.landing(release(first, ids.next(), shown)),
                    () -> second.landing(second.post(
                            payouts() + "/authorizations",
                            Map.of("id", ids.next().toString(), "payout", shown)))));

            assertThat(both)
                    .extracting(Together.Outcome::get)
                    .satisfiesOnlyOnce(page -> assertThat(page).contains("is not as it was shown any more"));
            assertThat(companies.events(payout))
                    .filteredOn(List.of("payout.released_on_demand", "payout.authorization_begun")::contains)
                    .hasSize(1);
        }
    }

    private List<String> picks(PayoutId... payouts) {
        return Stream.of(payouts).map(one -> companies.pick(company, one)).toList();
    }

    private Response release(Caller caller, UUID id, List<String> picks) {
        return caller.post(payouts() + "/releases", Map.of("id", id.toString(), "payout", picks));
    }

    private static String path(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return URI.create(answer.header("Location")).getPath();
    }

    private String payouts() {
        return company.scope().path() + "/payouts";
    }
}
