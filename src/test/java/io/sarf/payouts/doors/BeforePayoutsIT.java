package io.sarf.payouts.doors;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whoever has the role and still may not pass is led to what is missing, from every page behind the door. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class BeforePayoutsIT {
    /** What stands before the door rather than behind it. */
    private static final Set<String> AT_THE_DOOR =
            Set.of("EnablePayoutsPages.show", "EnablePayoutsPages.request", "EnablePayoutsPages.optIn");

    @Inject
    Companies companies;

    @Test
    void a_financial_controller_who_has_not_opted_in_is_shown_the_terms_on_every_page_of_payouts() {
        var tried = new Tried();
        var company = companies.northwind();
        behindTheDoor(tried, company.colleague(Furniture.NOT_OPTED_IN), company, "sandbox");
        tried.end();
    }

    @Test
    void while_payouts_is_not_enabled_every_page_of_it_leads_to_the_request() {
        var tried = new Tried();
        var company = companies.elsewhere();
        behindTheDoor(tried, company.founder(), company, "production");
        tried.end();
    }

    private void behindTheDoor(Tried tried, Visitor visitor, Company company, String environment) {
        for (var route : Routes.pages()) {
            if (route.ofPayouts() && !AT_THE_DOOR.contains(route.declaredAt())) {
                var address = Addresses.foreign(route, company, environment, companies.northwind());
                tried.expect(
                        visitor,
                        route,
                        visitor.call(route, address),
                        "the way to the door",
                        given -> given.status() == 303
                                && given.location().endsWith("/" + environment + "/payouts/access"));
            }
        }
    }
}
