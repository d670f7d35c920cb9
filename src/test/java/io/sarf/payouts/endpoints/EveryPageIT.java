package io.sarf.payouts.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sarf.payouts.team.Grants;
import io.sarf.payouts.team.Role;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Every page and every form, tried by everybody who may not, and by somebody who may. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryPageIT {
    private static final String PERSON = "a person who is signed in";
    private static final AccessTables ACCESS = new AccessTables(
            "pages",
            new AccessTables.Table(
                    "Pages of an application",
                    route -> !route.api() && route.inApplication(),
                    List.of(
                            "nobody",
                            "somebody whose session has run out",
                            "a member without a role",
                            "a Developer",
                            "a Developer who may make secrets",
                            "an Admin",
                            SampleRows.OWNER,
                            SampleRows.CONTROLLER,
                            SampleRows.NOT_OPTED_IN)),
            new AccessTables.Table(
                    "All other pages",
                    route -> !route.api() && !route.inApplication(),
                    List.of("nobody", "somebody whose session has run out", PERSON, "the representative")));

    @Inject
    Companies companies;

    @Test
    void whoever_has_not_signed_in_is_sent_to_sign_in() {
        var tried = new Tried();
        var provider = StackResource.stack().get("quarkus.oidc.auth-server-url");
        for (var route : Routes.pages()) {
            // A new one each time: each way to the identity provider leaves a cookie behind.
            var nobody = Visitor.anonymous();
            var answer = nobody.call(route, Addresses.own(route, companies.northwind()));
            if (AllowedCallers.of(route) == Who.ANYBODY) {
                tried.status(nobody, route, answer, route.reads() ? 200 : 303);
            } else if (!route.reads()) {
                tried.expect(
                        nobody,
                        route,
                        answer,
                        "a page, from where the way leads on",
                        given -> given.status() == 303
                                && Set.of("/", "/dashboard", "/kept-form")
                                        .contains(given.location().replace(Visitor.HOST, "")));
            } else {
                tried.expect(
                        nobody,
                        route,
                        answer,
                        "the way to the identity provider",
                        given -> given.status() == 302 && given.location().startsWith(provider));
            }
        }
        tried.end(ACCESS);
    }

    @Test
    void whoever_s_session_has_run_out_is_sent_to_sign_in_and_what_they_sent_is_kept() {
        var tried = new Tried();
        var provider = StackResource.stack().get("quarkus.oidc.auth-server-url");
        var visitor = companies.late();
        for (var route : Routes.pages()) {
            if (AllowedCallers.of(route) != Who.ANYBODY) {
                var late = visitor.copy();
                tried.expect(
                        late,
                        route,
                        late.call(route, Addresses.own(route, companies.northwind())),
                        "the way to the identity provider, or to where a form is kept",
                        given -> route.reads()
                                ? given.status() == 302 && given.location().startsWith(provider)
                                : route.path().equals("/sign-out")
                                        ? given.status() == 303
                                        : given.status() == (route.path().startsWith("/kept-form") ? 303 : 307)
                                                && given.location().equals("/kept-form"));
            }
        }
        tried.end(ACCESS);
    }

    @Test
    void without_the_role_of_a_financial_controller_every_page_of_payouts_answers_403() {
        var tried = new Tried();
        var routes = Routes.pages().stream().filter(Route::ofPayouts).toList();
        companies.northwind().colleagues().forEach((what, colleague) -> {
            if (!colleague.grants().has(Role.FINANCIAL_CONTROLLER)) {
                routes.forEach(route -> refused(tried, colleague.visitor(), route, "Financial Controller"));
            }
        });
        tried.end(ACCESS);
    }

    @Test
    void each_role_is_let_in_where_the_table_says_so_and_refused_with_a_reason_elsewhere() {
        var tried = new Tried();
        for (var route : Routes.inApplication()) {
            var who = AllowedCallers.of(route);
            companies.northwind().colleagues().forEach((what, colleague) -> {
                if (!who.letsIn(colleague.grants())) {
                    refused(tried, colleague.visitor(), route, "An Owner or an Admin of your company");
                } else if (route.reads()) {
                    var answer = colleague.visitor().get(Addresses.own(route, companies.northwind()));
                    tried.letIn(colleague.visitor(), route, answer);
                } else {
                    // Somebody who is let in is stopped by the missing token of a page, so nothing happens.
                    var answer = colleague.visitor().forge(Addresses.own(route, companies.northwind()));
                    tried.status(colleague.visitor(), route, answer, 400);
                }
            });
        }
        tried.end(ACCESS);
    }

    @Test
    void whoever_may_do_something_finds_it_done_and_not_missing() {
        var company = companies.furnished("Palm Courier");
        var tried = new Tried();
        // What takes a row away comes last, and whoever has left does nothing more.
        var routes = Routes.inApplication().stream().sorted(Comparator.comparing(EveryPageIT::takesAway));
        routes.forEach(route -> {
            var visitor = AllowedCallers.of(route).letsIn(Grants.of(Role.OWNER))
                    ? company.colleague(SampleRows.OWNER)
                    : company.colleague(SampleRows.CONTROLLER);
            tried.expect(
                    visitor,
                    route,
                    visitor.call(route, Addresses.own(route, company)),
                    "200, 303 or 422",
                    given -> Set.of(200, 303, 422).contains(given.status()));
        });
        tried.end();
    }

    private static int takesAway(Route route) {
        return route.path().endsWith("/removal") ? 1 : route.path().endsWith("/departure") ? 2 : 0;
    }

    /** Test users are all that a Financial Controller sees there, and those are of the sandbox. */
    @Test
    void who_would_find_an_empty_tab_is_not_shown_it_and_its_address_says_what_is_missing() {
        var company = companies.northwind();
        var controller = company.colleague(SampleRows.CONTROLLER);
        var sandbox = company.sandbox() + "/integration";
        var production = sandbox.replace("/sandbox/", "/production/");

        assertThat(controller.get(sandbox).body()).contains("href=\"" + sandbox + "\"");
        assertThat(controller
                        .get(production.replace("/integration", "/getting-started"))
                        .body())
                .doesNotContain("href=\"" + production + "\"");
        assertThat(controller.get(production))
                .returns(403, Visitor.Answer::status)
                .extracting(Visitor.Answer::body)
                .asString()
                .contains("These roles have it", "Developer")
                .doesNotContain("Financial Controller");
        assertThat(company.founder().get(production).status()).isEqualTo(200);
    }

    @Test
    void nobody_but_the_representative_opens_the_console() {
        var tried = new Tried();
        for (var route : Routes.pages()) {
            if (AllowedCallers.of(route) == Who.REPRESENTATIVE) {
                var address = Addresses.own(route, companies.northwind());
                var founder = companies.northwind().founder();
                tried.status(PERSON, route, founder.call(route, address), 403);
                if (!route.reads()) {
                    tried.status(
                            "the representative",
                            route,
                            companies.representative().forge(address),
                            400);
                } else {
                    var answer = companies.representative().get(address);
                    // An address that only takes a form leads back to the page the form stands on.
                    var ledBack = answer.status() == 303 && answer.location().contains("/representative");
                    tried.status("the representative", route, answer, ledBack ? 303 : 200);
                }
            }
        }
        tried.end(ACCESS);
    }

    @Test
    void whoever_is_signed_in_is_let_in_to_what_belongs_to_no_application() {
        var tried = new Tried();
        var people = Map.of(PERSON, companies.elsewhere().founder(), "the representative", companies.representative());
        for (var route : Routes.pages()) {
            if (!route.inApplication() && AllowedCallers.of(route) != Who.REPRESENTATIVE) {
                var address = Addresses.own(route, companies.northwind());
                people.forEach((who, person) -> {
                    // A browser of its own each time, and no form is taken: nobody is signed out by this.
                    var visitor = person.copy();
                    tried.letIn(who, route, route.reads() ? visitor.get(address) : visitor.forge(address));
                });
            }
        }
        tried.end(ACCESS);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void what_each_caller_got_is_what_the_page_says() throws IOException {
        ACCESS.compare();
    }

    private void refused(Tried tried, Visitor visitor, Route route, String reason) {
        tried.expect(
                visitor,
                route,
                visitor.call(route, Addresses.own(route, companies.northwind())),
                "403 that says '" + reason + "'",
                given -> given.status() == 403 && given.body().contains(reason));
    }
}
