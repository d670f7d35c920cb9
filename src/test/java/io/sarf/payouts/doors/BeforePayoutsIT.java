package io.sarf.payouts.doors;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Whoever has the role and still may not pass is led to what is missing, from every page behind the door. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BeforePayoutsIT {
    /** What stands before the door rather than behind it. */
    private static final Set<String> AT_THE_DOOR =
            Set.of("EnablePayoutsPages.show", "EnablePayoutsPages.request", "EnablePayoutsPages.optIn");

    private static final String NOT_ENABLED = "a Financial Controller while payouts is not enabled";
    private static final AccessTables ACCESS = new AccessTables(
            "before-payouts",
            new AccessTables.Table(
                    "Pages of payouts, before company and person have access",
                    BeforePayoutsIT::behindTheDoor,
                    List.of(Furniture.NOT_OPTED_IN, NOT_ENABLED)));

    @Inject
    Companies companies;

    @Test
    void a_financial_controller_who_has_not_opted_in_is_shown_the_terms_on_every_page_of_payouts() {
        var tried = new Tried();
        var company = companies.northwind();
        behindTheDoor(tried, Furniture.NOT_OPTED_IN, company.colleague(Furniture.NOT_OPTED_IN), company, "sandbox");
        tried.end(ACCESS);
    }

    @Test
    void while_payouts_is_not_enabled_every_page_of_it_leads_to_the_request() {
        var tried = new Tried();
        var company = companies.elsewhere();
        behindTheDoor(tried, NOT_ENABLED, company.founder(), company, "production");
        tried.end(ACCESS);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void what_each_caller_got_is_what_the_page_says() throws IOException {
        ACCESS.compare();
    }

    private static boolean behindTheDoor(Route route) {
        return route.ofPayouts() && !AT_THE_DOOR.contains(route.declaredAt());
    }

    private void behindTheDoor(Tried tried, String who, Visitor visitor, Company company, String environment) {
        for (var route : Routes.pages()) {
            if (behindTheDoor(route)) {
                var address = Addresses.foreign(route, company, environment, companies.northwind());
                tried.expect(
                        who,
                        route,
                        visitor.call(route, address),
                        "the way to the door",
                        given -> given.status() == 303
                                && given.location().endsWith("/" + environment + "/payouts/access"));
            }
        }
    }
}
