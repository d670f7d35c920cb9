package io.sarf.payouts.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Tries many doors and tells of all that did not answer as they should. */
final class Tried {
    private final List<String> surprises = new ArrayList<>();
    private int doors;

    /** @param who for the message */
    void expect(Object who, Route route, Visitor.Answer answer, String expected, Predicate<Visitor.Answer> as) {
        doors++;
        if (!as.test(answer)) {
            surprises.add("%s, %s: %s expected, got %d %s"
                    .formatted(who, route, expected, answer.status(), answer.location()));
        }
    }

    void status(Object who, Route route, Visitor.Answer answer, int status) {
        expect(who, route, answer, String.valueOf(status), given -> given.status() == status);
    }

    /** Fails when a door answered otherwise, and when there was none to try. */
    void end() {
        assertThat(surprises).isEmpty();
        assertThat(doors).isPositive();
    }
}
