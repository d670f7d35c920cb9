package io.sarf.payouts.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What counts as a difference from an example. */
class DifferenceTest {
    @Test
    void other_values_are_none() {
        assertThat(found("{'a': 1, 'b': ['x'], 'c': null}", "{'c': null, 'b': ['y', 'z'], 'a': 2.5}"))
                .isEmpty();
    }

    @Test
    void a_field_may_neither_be_missing_nor_be_added_wherever_it_stands() {
        assertThat(found("{'a': [{'b': {'c': 1}}]}", "{'a': [{'b': {}, 'd': 1}]}"))
                .containsExactly("a[].b.c LEFT_OUT", "a[].d ADDED");
    }

    @Test
    void a_value_has_the_type_that_is_shown() {
        assertThat(found("{'a': 1, 'b': {'c': 1}, 'd': true}", "{'a': '1', 'b': [{'c': 1}], 'd': 'true'}"))
                .containsExactly("a TYPE", "b TYPE", "d TYPE");
    }

    @Test
    void null_is_where_null_is_shown_and_nowhere_else() {
        assertThat(found("{'a': 1, 'b': null, 'c': {'d': 1}}", "{'a': null, 'b': 1, 'c': null}"))
                .containsExactly("a NULL", "b FILLED", "c NULL");
    }

    @Test
    void elements_are_looked_at_together() {
        assertThat(found("[{'a': 1}, {'a': null}]", "[{'a': null}, {'a': 2}]")).isEmpty();
        assertThat(found("[{'a': 1}]", "[{'a': 1}, {'a': null}]")).containsExactly("[].a NULL");
        assertThat(found("[{'a': 1}]", "[]")).containsExactly("[] LEFT_OUT");
    }

    @Test
    void a_word_the_reference_does_not_know_is_one() {
        var example = example("{'a': 'ON'}", Map.of("a", List.of("ON", "OFF")));

        assertThat(Difference.between(example, Lean.tree(bytes("{'a': 'OFF'}"))))
                .isEmpty();
        assertThat(Difference.between(example, Lean.tree(bytes("{'a': 'ASLEEP'}"))))
                .containsExactly(new Difference("example", "a", Difference.What.VALUE));
    }

    private static List<String> found(String theirs, String ours) {
        return Difference.between(example(theirs, Map.of()), Lean.tree(bytes(ours))).stream()
                .map(difference -> difference.path() + " " + difference.what())
                .toList();
    }

    private static Example example(String answer, Map<String, List<String>> values) {
        return new Example("example", "GET /", List.of(), null, null, null, 200, Lean.tree(bytes(answer)), values);
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
