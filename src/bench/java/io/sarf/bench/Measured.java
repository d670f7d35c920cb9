package io.sarf.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Everything a run has seen, round by round. */
final class Measured {
    /** Rounds of one kind, with what the database counted and the processor time the product used meanwhile. */
    record Kind(List<Round> rounds, Map<String, Long> statements, long processorMillis) {
        Kind() {
            this(new ArrayList<>(), new TreeMap<>(), 0);
        }

        long median(ToLongFunction<Round> value) {
            var sorted = rounds.stream()
                    .map(value::applyAsLong)
                    .sorted(Comparator.naturalOrder())
                    .toList();
            return sorted.get(sorted.size() / 2);
        }

        long done() {
            return rounds.stream().mapToLong(Round::done).sum();
        }

        long faults() {
            return rounds.stream().mapToLong(Round::faults).sum();
        }

        Kind with(Round round, Map<String, Long> counted, long processor) {
            rounds.add(round);
            counted.forEach((name, count) -> statements.merge(name, count, Long::sum));
            return new Kind(rounds, statements, processorMillis + processor);
        }
    }

    Kind bare = new Kind();
    Kind api = new Kind();
    Kind paced = new Kind();
    /** Of the other checkout; empty without one. */
    Kind before = new Kind();

    Kind pacedBefore = new Kind();
    Kind apiWorking = new Kind();
    Kind pacedWorking = new Kind();
    /** Payouts the bank had taken at the end. */
    long queued;

    double loadBefore;

    double ratio() {
        return (double) api.median(Round::perSecond) / bare.median(Round::perSecond);
    }
}
