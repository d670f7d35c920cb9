package io.sarf.payouts.doors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The plan names every route there is and no other. */
class DoorPlanTest {
    @Test
    void every_route_has_a_stated_expectation_and_every_stated_door_is_there() {
        assertThat(Routes.all().stream().filter(route -> DoorPlan.find(route).isEmpty()))
                .as("routes of which DoorPlan does not say who may pass")
                .isEmpty();
        assertThat(Routes.all().stream().map(Route::name))
                .as("doors that DoorPlan names, though they are gone")
                .containsAll(DoorPlan.named());
        assertThat(Routes.besideResources())
                .as("routes made by hand are tried in ClientDoorIT and RawCallsIT")
                .containsExactly("ApiCalls", "BackChannelRoute", "StaticFiles", "TokenRoute");
        assertThat(Routes.locators()).isEmpty();
    }
}
