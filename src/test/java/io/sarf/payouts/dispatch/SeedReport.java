package io.sarf.payouts.dispatch;

import io.sarf.payouts.dispatch.Chance.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What many runs did, in {@code target/reliability.md}: each point, and how often which fault struck there. */
final class SeedReport {
    private static final Path FILE = Path.of("target/reliability.md");

    private final Map<String, Map<Fault, Integer>> points = new TreeMap<>();
    private final long begun = System.nanoTime();
    private int runs;

    void add(Map<String, Map<Fault, Integer>> more) {
        runs++;
        more.forEach((point, faults) -> faults.forEach((fault, times) ->
                points.computeIfAbsent(point, any -> new TreeMap<>()).merge(fault, times, Integer::sum)));
    }

    /** How many points a fault has struck. */
    long points() {
        return points.values().stream()
                .filter(faults -> faults.keySet().stream().anyMatch(fault -> fault != Fault.NONE))
                .count();
    }

    /** Which seeds found a fault that was put in on purpose. */
    void planted(String fault, List<Long> seeds) {
        append("\n" + fault + ": found by " + seeds + " of the first " + runs + "\n");
    }

    void write(List<Long> wrong) {
        var faults = Fault.values();
        var heads = Arrays.stream(faults)
                .map(fault -> fault.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(" | "));
        var lines = points.entrySet().stream()
                .map(point -> "| " + point.getKey() + " | "
                        + Arrays.stream(faults)
                                .map(fault -> String.valueOf(point.getValue().getOrDefault(fault, 0)))
                                .collect(Collectors.joining(" | "))
                        + " |")
                .collect(Collectors.joining("\n"));
        var seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        var text = runs + " runs in " + seconds + " s; wrong: " + (wrong.isEmpty() ? "none" : wrong) + "\n\n| point | "
                + heads + " |\n" + "| --- |" + " ---: |".repeat(faults.length) + "\n" + lines + "\n";
        append(text);
    }

    private static void append(String text) {
        try {
            Files.writeString(FILE, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
