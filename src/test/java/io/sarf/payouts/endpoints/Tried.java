package io.sarf.payouts.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Collects the answers of many endpoints and reports all that are wrong. */
final class Tried {
    private final List<String> surprises = new ArrayList<>();
    private final Map<String, Map<Route, Visitor.Answer>> answers = new TreeMap<>();

    /** @param who for the message, and for the column of the answer */
    void expect(Object who, Route route, Visitor.Answer answer, String expected, Predicate<Visitor.Answer> as) {
        answers.computeIfAbsent(who.toString(), name -> new HashMap<>()).put(route, answer);
        if (!as.test(answer)) {
            surprises.add("%s, %s: %s expected, got %s".formatted(who, route, expected, answer.summary()));
        }
    }

    void status(Object who, Route route, Visitor.Answer answer, int status) {
        expect(who, route, answer, String.valueOf(status), given -> given.status() == status);
    }

    void letIn(Object who, Route route, Visitor.Answer answer) {
        expect(
                who,
                route,
                answer,
                "neither 401, 403 nor a failure",
                given -> given.status() < 500 && given.status() != 401 && given.status() != 403);
    }

    /** Fails when an answer was wrong, and when there was none. */
    void end() {
        assertThat(surprises).isEmpty();
        assertThat(answers).isNotEmpty();
    }

    /** The same, after the answers were added to the page. */
    void end(AccessTables access) {
        answers.forEach(access::add);
        end();
    }
}
