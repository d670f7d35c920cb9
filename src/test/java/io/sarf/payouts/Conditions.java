package io.sarf.payouts;

import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.stream.Stream;

/** Conditions of our own, written as what is wrong with one thing. */
final class Conditions {
    private Conditions() {}

    /** @param faults of one thing; none when it is as it should be */
    static <T> ArchCondition<T> each(String description, Function<T, Stream<String>> faults) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T thing, ConditionEvents events) {
                faults.apply(thing).forEach(fault -> events.add(SimpleConditionEvent.violated(thing, fault)));
            }
        };
    }
}
