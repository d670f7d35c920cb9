package io.sarf.payouts.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.compatibility.Example.Given;
import io.sarf.testing.ByHand;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends every example of the reference to our API and compares the answer with the one it shows. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class CompatibilityIT {
    @Inject
    Replaying replaying;

    static Stream<String> replayed() {
        return Lean.examples().stream().filter(Example::replayed).map(Example::name);
    }

    @ParameterizedTest
    @MethodSource("replayed")
    void an_answer_differs_from_its_example_in_what_is_listed_and_in_nothing_else(String name) {
        var example = Lean.example(name);
        var listed = Lean.differences().stream()
                .flatMap(Listed::each)
                .filter(difference -> difference.example().equals(name))
                .toList();

        var answer = answer(example);

        assertThat(Difference.between(example, answer))
                .as("%s answered %s", example.operation(), answer)
                .containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void what_waits_to_be_replayed_is_not_served() {
        var company = replaying.open(Given.PAID);

        assertThat(Lean.examples().stream().filter(example -> !example.replayed() && example.request() != null))
                .allSatisfy(example -> assertThat(
                                replaying.send(company, example.request()).statusCode())
                        .as(example.operation())
                        .isIn(404, 405));
    }

    private JsonNode answer(Example example) {
        var company = replaying.open(example.given());
        if (example.request() == null) {
            return replaying.receive(company, example.answer().get("type").textValue());
        }
        var answer = replaying.send(company, example.request());
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(example.status());
        return Lean.tree(answer.asByteArray());
    }
}
