package io.sarf.payouts.endpoints;

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

/** A person who has the role but lacks a requirement of payouts is led to it, from every page of payouts. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BeforePayoutsIT {
    /** The pages that lead there, and need nothing themselves. */
    private static final Set<String> LEADS_THERE =
            Set.of("EnablePayoutsPages.show", "EnablePayoutsPages.request", "EnablePayoutsPages.optIn");

    private static final String NOT_ENABLED = "a Financial Controller while payouts is not enabled";
    private static final AccessTables ACCESS = new AccessTables(
            "before-payouts",
            new AccessTables.Table(
                    "Pages of payouts, before company and person have access",
                    BeforePayoutsIT::needsPayouts,
                    List.of(SampleRows.NOT_OPTED_IN, NOT_ENABLED)));

    @Inject
    Companies companies;

    @Test
    void a_financial_controller_who_has_not_opted_in_is_shown_the_terms_on_every_page_of_payouts() {
        var tried = new Tried();
        var company = companies.northwind();
        call(tried, SampleRows.NOT_OPTED_IN, company.colleague(SampleRows.NOT_OPTED_IN), company, "sandbox");
        tried.end(ACCESS);
    }

    @Test
    void while_payouts_is_not_enabled_every_page_of_it_leads_to_the_request() {
        var tried = new Tried();
        var company = companies.elsewhere();
        call(tried, NOT_ENABLED, company.founder(), company, "production");
        tried.end(ACCESS);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void what_each_caller_got_is_what_the_page_says() throws IOException {
        ACCESS.compare();
    }

    private static boolean needsPayouts(Route route) {
        return route.ofPayouts() && !LEADS_THERE.contains(route.declaredAt());
    }

    private void call(Tried tried, String who, Visitor visitor, Company company, String environment) {
        for (var route : Routes.pages()) {
            if (needsPayouts(route)) {
                var address = Addresses.foreign(route, company, environment, companies.northwind());
                tried.expect(
                        who,
                        route,
                        visitor.call(route, address),
                        "303 to what is missing",
                        given -> given.status() == 303
                                && given.location().endsWith("/" + environment + "/payouts/access"));
            }
        }
    }
}
