package io.sarf.payouts.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Pages offer what their endpoints allow, and nothing else. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class EveryLinkIT {
    @Inject
    Companies companies;

    @Test
    void no_page_offers_a_member_what_they_would_be_refused() {
        var company = companies.northwind();
        var refused = new TreeSet<String>();
        company.colleagues()
                .forEach((what, colleague) -> pages().stream()
                        .filter(page -> AllowedCallers.of(page).letsIn(colleague.grants()))
                        .forEach(page -> Links.of(colleague
                                        .visitor()
                                        .get(Addresses.own(page, company))
                                        .body())
                                .filter(Route::inApplication)
                                .filter(offered -> !AllowedCallers.of(offered).letsIn(colleague.grants()))
                                .forEach(offered -> refused.add("%s, on %s: %s".formatted(what, page, offered)))));
        assertThat(refused).isEmpty();
    }

    @Test
    void the_rail_shows_each_member_every_tab_they_may_open() {
        var company = companies.northwind();
        var tabs = pages().stream().filter(page -> page.segments().size() == 5).toList();
        assertThat(tabs).hasSizeGreaterThanOrEqualTo(8);
        company.colleagues().forEach((what, colleague) -> {
            var start = colleague.visitor().get(company.sandbox() + "/getting-started");
            var may = tabs.stream().filter(tab -> AllowedCallers.of(tab).letsIn(colleague.grants()));
            assertThat(Links.of(start.body())).as(what).containsAll(may.collect(Collectors.toSet()));
        });
    }

    private static List<Route> pages() {
        return Routes.pages().stream()
                .filter(route -> route.inApplication() && route.reads())
                .toList();
    }
}
