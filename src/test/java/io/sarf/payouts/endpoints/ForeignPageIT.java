package io.sarf.payouts.endpoints;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Every page and every form of an application, tried by whoever does not belong to it: all of it is missing. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForeignPageIT {
    private static final String TEAM = Route.IN_APPLICATION + "/team";
    private static final String STRANGER = "a stranger";
    private static final String STRANGER_AT_HOME = "a stranger, with these rows in their own application";
    private static final String IN_PRODUCTION = "an Owner, with rows of the sandbox in production";
    private static final AccessTables ACCESS = new AccessTables(
            "foreign-pages",
            new AccessTables.Table(
                    "Pages of an application, for people outside it",
                    route -> !route.api() && route.inApplication(),
                    List.of(
                            STRANGER,
                            "somebody who was removed",
                            "the representative",
                            STRANGER_AT_HOME,
                            IN_PRODUCTION)));

    @Inject
    Companies companies;

    @Test
    void whoever_was_removed_finds_nothing_any_more() {
        var tried = new Tried();
        var former = companies.northwind().removed();
        former.readMessages();
        for (var route : Routes.inApplication()) {
            var nowhere = former.call(route, Addresses.nowhere(route, companies.northwind()));
            missing(tried, former, former, route, Addresses.own(route, companies.northwind()), nowhere);
        }
        tried.end(ACCESS);
    }

    @Test
    void a_stranger_finds_nothing_under_the_name_of_another_application() {
        var tried = new Tried();
        var stranger = companies.elsewhere().founder();
        stranger.readMessages();
        for (var route : Routes.inApplication()) {
            var nowhere = stranger.call(route, Addresses.nowhere(route, companies.northwind()));
            missing(tried, STRANGER, stranger, route, Addresses.own(route, companies.northwind()), nowhere);
        }
        tried.end(ACCESS);
    }

    @Test
    void a_stranger_finds_nothing_with_the_ids_of_others_in_their_own_application() {
        var own = companies.elsewhere();
        rowsAreMissing(STRANGER_AT_HOME, own, "sandbox");
    }

    @Test
    void what_belongs_to_the_sandbox_is_missing_in_production() {
        rowsAreMissing(IN_PRODUCTION, companies.northwind(), "production");
    }

    @Test
    void the_representative_is_a_stranger_in_every_application() {
        var tried = new Tried();
        var representative = companies.representative();
        companies.northwind();
        representative.readMessages();
        for (var route : Routes.inApplication()) {
            var nowhere = representative.call(route, Addresses.nowhere(route, companies.northwind()));
            missing(tried, representative, representative, route, Addresses.own(route, companies.northwind()), nowhere);
        }
        tried.end(ACCESS);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void what_each_caller_got_is_what_the_page_says() throws IOException {
        ACCESS.compare();
    }

    /** The environments of one company share their team. */
    private void rowsAreMissing(String who, Company company, String environment) {
        var tried = new Tried();
        var visitor = company.founder();
        var sameCompany = company == companies.northwind();
        visitor.readMessages();
        for (var route : Routes.inApplication()) {
            if (Addresses.namesRow(route) && !(sameCompany && route.below(TEAM))) {
                var address = Addresses.foreign(route, company, environment, companies.northwind());
                var unknown = visitor.call(route, Addresses.unknown(route, company, environment));
                missing(tried, who, visitor, route, address, unknown);
            }
        }
        tried.end(ACCESS);
    }

    /** The same 404, to the letter, as where there is nothing. */
    private static void missing(
            Tried tried, Object who, Visitor visitor, Route route, String address, Visitor.Answer nothing) {
        tried.status(who, route, nothing, 404);
        tried.expect(
                who,
                route,
                visitor.call(route, address),
                "the same 404 as for what is not there",
                given -> given.status() == 404 && given.body().equals(nothing.body()));
    }
}
