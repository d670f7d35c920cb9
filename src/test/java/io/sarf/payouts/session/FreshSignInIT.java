package io.sarf.payouts.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.payouts.team.KnownPeople;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.team.Role;
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

/** What decides about money asks for a recent sign-in, wherever it is done; nothing happens before, and nothing typed is lost. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class FreshSignInIT {
    @Inject
    PayingCompanies companies;

    @Inject
    KnownPeople people;

    @Inject
    Members members;

    @Inject
    MovableClock clock;

    private PayingCompany company;
    private Caller owner;

    @BeforeEach
    void an_owner_who_signed_in_a_long_time_ago() {
        company = companies.open(new PaperBank(clock));
        owner = new Caller(company.owner(), base() + "/getting-started");
        clock.advance(Duration.ofMinutes(16));
    }

    @Test
    void a_bank_is_connected_and_credentials_are_typed_after_a_fresh_sign_in_only() {
        var page = base() + "/connections/new/" + company.bank().profile().identifier();

        var shown = owner.follow(page);
        assertThat(shown.statusCode()).isEqualTo(303);
        assertThat(location(shown)).hasPath("/fresh-sign-in").hasParameter("to", page);
        saved(owner.post(page, Map.of("user_name", "somebody", "password", "secret", "as_default", "false")));

        people.signedIn(company.owner(), clock.instant());
        assertThat(owner.follow(page).statusCode()).isEqualTo(200);
    }

    @Test
    void a_client_secret_is_made_after_a_fresh_sign_in_only() {
        var action = base() + "/integration/secret";
        saved(owner.post(action, Map.of()));
        assertThat(owner.get(base() + "/integration")).doesNotContain("Made by Owner");

        people.signedIn(company.owner(), clock.instant());
        assertThat(owner.post(action, Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void roles_that_decide_about_money_are_given_after_a_fresh_sign_in_only() {
        for (var role : List.of(Role.OWNER, Role.ADMIN, Role.FINANCIAL_CONTROLLER)) {
            var developer = people.member(company.scope().application(), "Developer", Role.DEVELOPER);
            var action = base() + "/team/members/" + member(developer) + "/roles";
            var form = Map.of("version", "0", "roles", List.of("DEVELOPER", role.name()));

            people.signedIn(company.owner(), clock.instant().minus(Duration.ofHours(1)));
            saved(owner.post(action, form));
            assertThat(roles(developer)).containsExactly("DEVELOPER");

            people.signedIn(company.owner(), clock.instant());
            assertThat(owner.post(action, form).statusCode()).isEqualTo(303);
            assertThat(roles(developer)).contains(role.name());
        }
    }

    @Test
    void a_developer_is_let_make_secrets_after_a_fresh_sign_in_only() {
        var developer = people.member(company.scope().application(), "Developer", Role.DEVELOPER);
        var action = base() + "/team/members/" + member(developer) + "/roles";
        var form = Map.of("version", "0", "roles", List.of("DEVELOPER", "SECRETS"));
        saved(owner.post(action, form));
        assertThat(roles(developer)).containsExactly("DEVELOPER");

        people.signedIn(company.owner(), clock.instant());
        owner.post(action, form);
        assertThat(roles(developer)).contains("SECRETS");
    }

    @Test
    void what_a_bank_is_told_of_a_payee_is_edited_after_a_fresh_sign_in_only() {
        var action = base() + "/destinations/" + company.destination() + "/changes";
        var form = Map.of(
                "display_name", "Harbour",
                "address", "Pier 9",
                "city", "Abu Dhabi",
                "country", "ARE",
                "currency_iso_code", "AED",
                "revision", "0");
        saved(owner.post(action, form));
        assertThat(owner.get(base() + "/destinations/" + company.destination())).doesNotContain("Pier 9");

        people.signedIn(company.owner(), clock.instant());
        assertThat(owner.post(action, form).statusCode()).isEqualTo(303);
        assertThat(owner.get(base() + "/destinations/" + company.destination())).contains("Pier 9");
    }

    @Test
    void other_roles_and_taking_one_away_ask_for_nothing() {
        var admin = people.member(company.scope().application(), "Admin", Role.ADMIN);

        var answer = owner.post(
                base() + "/team/members/" + member(admin) + "/roles",
                Map.of("version", "0", "roles", List.of("DEVELOPER")));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(roles(admin)).containsExactly("DEVELOPER");
    }

    @Test
    void somebody_is_invited_to_decide_about_money_after_a_fresh_sign_in_only() {
        var action = base() + "/team/invitations";
        saved(owner.post(action, invitation("FINANCIAL_CONTROLLER")));
        assertThat(owner.get(base() + "/team")).doesNotContain("salma@");
        assertThat(owner.post(action, invitation("DEVELOPER")).statusCode()).isEqualTo(303);

        people.signedIn(company.owner(), clock.instant());
        assertThat(owner.post(action, invitation("FINANCIAL_CONTROLLER")).statusCode())
                .isEqualTo(303);
    }

    @Test
    void ownership_is_handed_on_after_a_fresh_sign_in_only() {
        var heir = people.member(company.scope().application(), "Heir", Role.ADMIN);
        var form = Map.of("member", member(heir).toString());
        saved(owner.post(base() + "/team/ownership", form));
        assertThat(roles(heir)).containsExactly("ADMIN");

        people.signedIn(company.owner(), clock.instant());
        owner.post(base() + "/team/ownership", form);
        assertThat(roles(heir)).contains("OWNER");
    }

    @Test
    void the_representative_switches_features_after_a_fresh_sign_in_only() {
        var representative = people.representative("Representative");
        var console = "/representative/applications/" + company.scope().application();
        var caller = new Caller(representative, console);
        clock.advance(Duration.ofMinutes(16));

        saved(caller.post(console + "/sandbox/on-demand", Map.of("reason", "They asked for it")));
        assertThat(caller.get(console)).doesNotContain("on-demand/removal");

        people.signedIn(representative, clock.instant());
        assertThat(caller.post(console + "/sandbox/on-demand", Map.of("reason", "They asked for it"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(caller.get(console)).contains("on-demand/removal");
    }

    @Test
    void the_page_of_a_fresh_sign_in_leads_on_inside_the_product_and_nowhere_else() {
        people.signedIn(company.owner(), clock.instant());

        assertThat(location(owner.follow("/fresh-sign-in?to=" + base() + "/payouts")))
                .hasPath(base() + "/payouts");
        for (var elsewhere :
                List.of("https://evil.example/", "//evil.example", "/\\evil.example", "evil.example", "")) {
            var answer = owner.follow("/fresh-sign-in?to=" + elsewhere);
            assertThat(location(answer)).hasPath("/dashboard").hasHost("127.0.0.1");
        }
    }

    private static void saved(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(307);
        assertThat(location(answer)).hasPath("/kept-form").hasQuery("fresh=true");
    }

    private static URI location(Response answer) {
        return URI.create(answer.header("Location"));
    }

    private UUID member(Person person) {
        return members.everybody(company.scope().application()).stream()
                .filter(one -> one.person().equals(person.id()))
                .findFirst()
                .orElseThrow()
                .member();
    }

    private List<String> roles(Person person) {
        return members.grants(company.scope().application(), person.id())
                .orElseThrow()
                .names();
    }

    private static Map<String, Object> invitation(String role) {
        return Map.of(
                "id", UUID.randomUUID().toString(), "email", role.charAt(0) + ".salma@people.example", "roles", role);
    }

    private String base() {
        return company.scope().path();
    }
}
