package io.sarf.payouts.representative;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.AccountsAnswer;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.connection.ExpireCredentials;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.team.KnownPeople;
import io.sarf.payouts.team.Person;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.PaperBank;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The representative chooses other credentials, sees what follows, and says yes. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class DefaultAuthorizerPagesIT {
    @Inject
    PayingCompanies companies;

    @Inject
    KnownPeople people;

    @Inject
    Connections connections;

    @Inject
    ExpireCredentials expire;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    private PayingCompany company;
    private Caller representative;
    private String url;
    private BankConnection owner;
    private BankConnection first;
    private BankConnection second;

    @BeforeEach
    void a_company() {
        company = companies.open(new PaperBank(clock));
        representative = new Caller(people.representative("Rana"), "/representative");
        url = DefaultAuthorizerPages.url(company.scope());
        owner = of(company.owner());
        first = of(company.first());
        second = of(company.second());
    }

    @Test
    void the_application_leads_to_it_and_it_shows_the_default_authorizer_and_who_else_is_connected() {
        assertThat(representative.get(
                        "/representative/applications/" + company.scope().application()))
                .contains("href=\"" + url + "\"");
        assertThat(representative.get(url))
                .contains("Paper Bank", owner.bankUserName(), "connected by Owner")
                .contains("value=\"" + first.id() + "\"", "value=\"" + second.id() + "\"")
                .doesNotContain("name=\"to\" value=\"" + owner.id() + "\"");
    }

    @Test
    void before_it_is_done_the_page_says_who_loses_and_gains_what() {
        var review = representative.post(url + "/review", form(owner, first, "She has left"));

        review.then().statusCode(200);
        assertThat(review.asString())
                .contains("First Controller cannot authorize payouts of this bank from the dashboard any more")
                .contains("online banking refuses " + first.bankUserName())
                .contains("Owner is an ordinary manual authorizer")
                .contains("She has left")
                .doesNotContain("nobody can authorize payouts of this bank");
        assertThat(of(company.owner()).defaultAuthorizer()).isTrue();

        var page = representative.landing(representative.post(url, form(owner, first, "She has left")));
        assertThat(page).contains("First Controller is the default authorizer of Paper Bank now");
        assertThat(of(company.first()).defaultAuthorizer()).isTrue();
    }

    @Test
    void it_is_seen_in_the_activity_with_its_reason() {
        representative.post(url, form(owner, first, "She has left"));

        var reader = new Caller(company.owner(), company.scope().path() + "/activity");
        assertThat(reader.get(company.scope().path() + "/activity").replaceAll("<[^>]+>", ""))
                .contains("Default authorizer changed", "She has left", "Rana")
                .doesNotContain(owner.id().toString());
    }

    @Test
    void without_a_choice_or_a_reason_the_form_comes_back_with_what_was_typed() {
        var nobody =
                representative.post(url + "/review", Map.of("from", owner.id().toString(), "reason", "Because"));
        nobody.then().statusCode(422);
        assertThat(nobody.asString()).contains("Choose one of them", "Because");

        var silent = representative.post(url + "/review", form(owner, first, " "));
        silent.then().statusCode(422);
        assertThat(silent.asString())
                .contains("Give a reason of 1 to 300 characters")
                .containsPattern("value=\"" + first.id() + "\" checked");
        assertThat(representative.landing(representative.post(url, form(owner, first, " "))))
                .contains("nothing was changed by you");
        assertThat(of(company.owner()).defaultAuthorizer()).isTrue();
    }

    @Test
    void a_stale_page_shows_how_it_stands_and_changes_nothing() {
        representative.post(url, form(owner, first, "She has left"));

        for (var action : new String[] {"", "/review"}) {
            var page = representative.landing(representative.post(url + action, form(owner, second, "Another")));
            assertThat(page).contains("Somebody changed this meanwhile", "connected by First Controller");
        }
        assertThat(of(company.first()).defaultAuthorizer()).isTrue();

        assertThat(representative.landing(representative.post(url, form(owner, first, "She has left"))))
                .contains("First Controller is the default authorizer of Paper Bank now");
    }

    @Test
    void the_expired_and_those_of_people_who_have_left_are_shown_and_cannot_be_chosen() {
        expire.ifRejected(first, new AccountsAnswer.CredentialsExpired());
        leaves(company.scope(), company.second());

        assertThat(representative.get(url))
                .contains("Expired", "No longer a Financial Controller", "Nobody else can take over")
                .doesNotContain("name=\"to\"");
        for (var to : new BankConnection[] {first, second}) {
            representative.post(url + "/review", form(owner, to, "Try")).then().statusCode(422);
            assertThat(representative.landing(representative.post(url, form(owner, to, "Try"))))
                    .contains("nothing was changed by you");
        }
        assertThat(of(company.owner()).defaultAuthorizer()).isTrue();
    }

    @Test
    void when_nobody_is_left_who_could_authorize_from_the_dashboard_the_page_says_so() {
        leaves(company.scope(), company.owner());
        leaves(company.scope(), company.second());

        assertThat(representative
                        .post(url + "/review", form(owner, first, "She has left"))
                        .asString())
                .contains("Afterwards nobody can authorize payouts of this bank from the dashboard")
                .contains("Owner is no longer a Financial Controller");
    }

    @Test
    void members_and_other_applications_are_refused() {
        var other = companies.open(new PaperBank(clock));
        var member = new Caller(company.owner(), company.scope().path() + "/payouts/new");
        member.post(url, form(owner, first, "Mine")).then().statusCode(403);

        var foreign = DefaultAuthorizerPages.url(other.scope());
        representative.post(foreign, form(owner, first, "Not theirs"));
        assertThat(of(company.owner()).defaultAuthorizer()).isTrue();
    }

    private static Map<String, String> form(BankConnection from, BankConnection to, String reason) {
        return Map.of("from", from.id().toString(), "to", to.id().toString(), "reason", reason);
    }

    private BankConnection of(Person person) {
        return connections
                .of(company.scope(), person.id(), company.bank().profile().identifier())
                .orElseThrow();
    }

    private void leaves(Scope scope, Person person) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "UPDATE member SET removed_at = :now WHERE application = :application AND person = :person")
                        .setParameter("now", clock.instant())
                        .setParameter("application", scope.application().value())
                        .setParameter("person", person.id())
                        .executeUpdate());
    }
}
