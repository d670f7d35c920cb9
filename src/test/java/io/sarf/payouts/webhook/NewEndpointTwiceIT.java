package io.sarf.payouts.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.EntryHistory;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.KnownPeople;
import io.sarf.payouts.team.Role;
import io.sarf.testing.ByHand;
import io.sarf.testing.Caller;
import io.sarf.testing.StackResource;
import io.sarf.testing.Together;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The form of a new endpoint, posted twice at the same moment. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class NewEndpointTwiceIT {
    @Inject
    Webhooks webhooks;

    @Inject
    Endpoints endpoints;

    @Inject
    KnownPeople people;

    @Inject
    EntryHistory history;

    @Inject
    Ids ids;

    private Scope scope;
    private Caller developer;

    @BeforeEach
    void a_developer() {
        scope = webhooks.company();
        var person = people.member(scope.application(), "Developer", Role.DEVELOPER);
        developer = new Caller(person, scope.path() + "/webhooks/new");
    }

    @Test
    void one_endpoint_is_made_one_answer_shows_its_secret_and_the_other_says_so() {
        for (var round = 0; round < 10; round++) {
            var id = ids.next();

            var answers = Together.run(2, () -> post(id)).stream()
                    .map(Together.Outcome::get)
                    .toList();

            assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 303);
            var made = answers.get(answers.get(0).statusCode() == 200 ? 0 : 1);
            var again = answers.get(answers.get(0).statusCode() == 200 ? 1 : 0);
            assertThat(made.asString()).contains("whsec_");
            assertThat(again.header("Location")).endsWith("/webhooks/" + id);
            assertThat(developer.landing(again))
                    .contains("This form has added its endpoint once")
                    .doesNotContain("whsec_");
            assertThat(endpoints.all(scope)).hasSize(round + 1);
        }
        assertThat(history.find(scope, EntryHistory.Wanted.all(Set.of("webhook_endpoint")), null, 50))
                .hasSize(10);
    }

    @Test
    void however_many_are_added_at_once_no_more_are_made_than_an_environment_may_have() {
        for (var round = 0; round < 5; round++) {
            var full = webhooks.company();
            for (var there = 0; there < Endpoints.MOST - 1; there++) {
                webhooks.endpoint(full, "http://localhost:8089/" + there);
            }

            var added = Together.run(8, () -> webhooks.endpoint(full, "http://localhost:8089/last"));

            assertThat(added).filteredOn(one -> !one.failed()).hasSize(1);
            assertThat(added)
                    .filteredOn(Together.Outcome::failed)
                    .allSatisfy(one -> assertThat(one.fault()).isInstanceOf(Refused.class));
            assertThat(endpoints.all(full)).hasSize(Endpoints.MOST);
        }
    }

    private Response post(UUID id) {
        return developer.post(
                scope.path() + "/webhooks",
                Map.of("id", id.toString(), "url", "http://localhost:8089/hook", "description", "", "which", "all"));
    }
}
