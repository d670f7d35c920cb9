package io.sarf.payouts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.KnownPeople;
import io.sarf.payouts.team.Role;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.Gate;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who lets a payout go in the dashboard, by every way there is. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class LettingGoIT {
    private static final String ANOTHER = "so another Financial Controller has to authorize it";

    @Inject
    PayingCompanies companies;

    @Inject
    KnownPeople people;

    @Inject
    Ids ids;

    @Inject
    MovableClock clock;

    private PayingCompany company;
    private Caller owner;
    private Caller first;
    private Caller second;

    @BeforeEach
    void a_company_whose_owner_connected_the_default_authorizer() {
        company = companies.open(new PaperBank(clock));
        owner = new Caller(company.owner(), payouts() + "/new");
        first = new Caller(company.first(), payouts() + "/new");
        second = new Caller(company.second(), payouts() + "/new");
    }

    @Test
    void whoever_connected_the_default_authorizer_has_nothing_authorized_automatically() {
        var before = companies.rows(company);

        for (var action : List.of(payouts() + "/review", payouts())) {
            assertThat(owner.post(action, form(true))
                            .then()
                            .statusCode(422)
                            .extract()
                            .asString())
                    .contains(
                            "You connected the default authorizer, so you cannot have payouts authorized automatically");
        }

        assertThat(companies.rows(company)).isEqualTo(before);
        assertThat(sentTo(owner.post(payouts(), form(false)))).startsWith(payouts() + "/");
    }

    @Test
    void without_a_second_person_asked_for_what_somebody_else_marks_automatic_goes_by_itself() {
        var payout = created(first, true);

        companies.work(company);

        assertThat(companies.status(company, payout)).isEqualTo("ACCEPTED_BY_BANK");
        assertThat(companies.flow(company, payout)).isEqualTo("AUTOMATIC");
    }

    @Test
    void marking_a_payout_automatic_asks_for_a_fresh_sign_in_and_the_form_is_kept() {
        clock.advance(Duration.ofMinutes(16));
        var before = companies.rows(company);
        var form = form(true);

        var answer = first.post(payouts(), form);

        assertThat(answer.statusCode()).isEqualTo(307);
        assertThat(URI.create(answer.header("Location"))).hasPath("/kept-form").hasQuery("fresh=true");
        assertThat(companies.rows(company)).isEqualTo(before);
        assertThat(sentTo(first.post(payouts(), form(false)))).startsWith(payouts() + "/");

        people.signedIn(company.first(), clock.instant());
        assertThat(sentTo(first.post(payouts(), form))).isEqualTo(payouts() + "/" + form.get("id"));
    }

    @Test
    void with_a_second_person_asked_for_what_is_marked_automatic_waits_and_another_one_releases_it() {
        companies.secondPerson(company, true);
        var payout = created(first, true);

        companies.work(company);

        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
        assertThat(first.get(payouts() + "/" + payout)).contains("It waits for a second person", "You prepared it");
        assertThat(first.landing(release(first, payout))).contains(ANOTHER);
        assertThat(owner.landing(release(owner, payout))).contains("another Financial Controller has to release");
        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");

        assertThat(second.get(payouts() + "/" + payout)).contains("release-reviews");
        release(second, payout);
        companies.work(company);

        assertThat(companies.status(company, payout)).isEqualTo("ACCEPTED_BY_BANK");
        assertThat(companies.events(payout))
                .containsSubsequence("payout.queued", "payout.released_on_demand", "payout.accepted");
    }

    @Test
    void a_payout_that_nobody_marked_automatic_is_not_released_where_on_demand_is_not_enabled() {
        var payout = companies.queued(company);

        assertThat(second.landing(release(second, payout))).contains("Releasing on demand is not enabled");
        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
    }

    @Test
    void with_a_second_person_asked_for_whoever_created_a_payout_sees_it_left_out_and_is_refused() {
        companies.secondPerson(company, true);
        var payout = created(first, false);
        companies.work(company);

        assertThat(review(first, payout)).contains("You prepared it").doesNotContain(companies.pick(company, payout));
        assertThat(first.landing(begin(first, payout))).contains(ANOTHER);
        assertThat(company.bank().challenges()).isZero();

        assertThat(review(second, payout)).contains(companies.pick(company, payout));
        assertThat(second.landing(begin(second, payout))).contains("Code sent to the phone");
    }

    @Test
    void with_a_second_person_asked_for_an_automatic_payout_whose_payee_was_edited_waits_whoever_created_it() {
        companies.secondPerson(company, true);
        var payout = companies.payByApi(company, true);
        edit("Pier 9", 0);

        companies.work(company);

        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
        assertThat(second.get(payouts() + "/" + payout)).contains("It waits for a second person");
    }

    @Test
    void with_a_second_person_asked_for_whoever_edited_the_payee_of_a_payout_does_not_let_it_go() {
        companies.secondPerson(company, true);
        var payout = companies.payByApi(company, false);
        companies.work(company);
        edit("Pier 9", 0);

        assertThat(review(first, payout)).contains("You prepared it").doesNotContain(companies.pick(company, payout));
        assertThat(first.landing(begin(first, payout))).contains(ANOTHER);
        assertThat(second.landing(begin(second, payout))).contains("Code sent to the phone");
    }

    @Test
    void a_second_person_asked_for_after_the_bank_sent_its_code_counts_for_the_code_too() {
        var payout = created(first, false);
        companies.work(company);
        var window = sentTo(begin(first, payout));
        companies.secondPerson(company, true);

        assertThat(first.landing(first.post(window + "/code", Map.of("otp", PaperBank.CODE))))
                .contains(ANOTHER);

        assertThat(companies.status(company, payout)).isEqualTo("AUTHORIZING");
    }

    @Test
    void an_edit_that_commits_while_the_code_waits_for_the_payouts_keeps_the_code_from_the_bank() throws Exception {
        var payout = created(owner, false);
        companies.work(company);
        var window = sentTo(begin(first, payout));
        var editing = new Gate();

        var both = Together.<Object>run(List.<Callable<Object>>of(
                () -> {
                    companies.holding(company, payout, () -> {
                        editing.open();
                        companies.awaitWaiting("payout_task");
                        companies.shownOtherwise(company);
                    });
                    return "edited";
                },
                () -> {
                    editing.pass();
                    return first.landing(first.post(window + "/code", Map.of("otp", PaperBank.CODE)));
                }));

        both.get(0).get();
        assertThat((String) both.get(1).get()).contains("Nothing was sent");
        assertThat(companies.status(company, payout)).isNotEqualTo("ACCEPTED_BY_BANK");
    }

    @Test
    void payouts_of_the_back_end_go_without_a_second_person_and_any_controller_but_the_connector_authorizes_them() {
        companies.secondPerson(company, true);
        var automatic = companies.payByApi(company, true);
        var manual = companies.payByApi(company, false);

        companies.work(company);

        assertThat(companies.status(company, automatic)).isEqualTo("ACCEPTED_BY_BANK");
        assertThat(first.landing(begin(first, manual))).contains("Code sent to the phone");
    }

    @Test
    void what_somebody_marked_automatic_waits_when_they_are_no_financial_controller_any_more() {
        var payout = created(first, true);
        companies.noController(company, company.first());

        companies.work(company);

        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
    }

    @Test
    void whoever_has_not_accepted_the_current_terms_lets_nothing_go() {
        var before = companies.rows(company);
        var controller = people.member(company.scope().application(), "New Controller", Role.FINANCIAL_CONTROLLER);

        assertThatThrownBy(() -> companies.payAs(company, controller, true))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("NOT_OPTED_IN"));

        assertThat(companies.rows(company)).isEqualTo(before);
    }

    @Test
    void what_somebody_marked_automatic_waits_when_their_credentials_became_the_default_authorizer() {
        var payout = created(first, true);
        companies.defaultAuthorizer(company, company.first());

        companies.work(company);

        assertThat(companies.status(company, payout)).isEqualTo("AWAITING_AUTHORIZATION");
        assertThat(companies.flow(company, payout)).isEqualTo("MANUAL");
    }

    private void edit(String address, int revision) {
        var form = Map.of(
                "display_name", "Harbour",
                "address", address,
                "city", "Abu Dhabi",
                "country", "ARE",
                "currency_iso_code", "AED",
                "revision", Integer.toString(revision));
        sentTo(first.post(company.scope().path() + "/destinations/" + company.destination() + "/changes", form));
    }

    private PayoutId created(Caller caller, boolean automatic) {
        var form = form(automatic);
        assertThat(sentTo(caller.post(payouts(), form))).isEqualTo(payouts() + "/" + form.get("id"));
        return PayoutId.fromString(form.get("id"));
    }

    private Map<String, String> form(boolean automatic) {
        var form = new HashMap<String, String>();
        form.put("id", ids.next().toString());
        form.put("account", company.account().toString());
        form.put("destination", company.destination().toString());
        form.put("amount", "120.00");
        form.put("description", "Salary");
        form.put("automatic", String.valueOf(automatic));
        return form;
    }

    private Response begin(Caller caller, PayoutId payout) {
        return caller.post(payouts() + "/authorizations", picked(payout));
    }

    private Response release(Caller caller, PayoutId payout) {
        return caller.post(payouts() + "/releases", picked(payout));
    }

    private String review(Caller caller, PayoutId payout) {
        return caller.post(payouts() + "/authorization-reviews", Map.of("payout", List.of(payout.toString())))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private Map<String, Object> picked(PayoutId payout) {
        return Map.of("id", UUID.randomUUID().toString(), "payout", List.of(companies.pick(company, payout)));
    }

    private String payouts() {
        return company.scope().path() + "/payouts";
    }

    private static String sentTo(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return URI.create(answer.header("Location")).getPath();
    }
}
