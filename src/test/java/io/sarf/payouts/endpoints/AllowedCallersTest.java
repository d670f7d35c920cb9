package io.sarf.payouts.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The plan names every route there is and no other. */
class AllowedCallersTest {
    @Test
    void every_route_has_a_stated_expectation_and_every_stated_endpoint_exists() {
        assertThat(Routes.all().stream()
                        .filter(route -> AllowedCallers.find(route).isEmpty()))
                .as("routes of which AllowedCallers does not say who may call")
                .isEmpty();
        assertThat(Routes.all().stream().map(Route::name))
                .as("endpoints that AllowedCallers names, though they are gone")
                .containsAll(AllowedCallers.named());
        assertThat(Routes.besideResources())
                .as("routes made by hand are tried in ClientApiIT and RawCallsIT")
                .containsExactly("ApiCalls", "BackChannelRoute", "StaticFiles", "TokenRoute");
        assertThat(Routes.locators()).isEmpty();
    }
}
