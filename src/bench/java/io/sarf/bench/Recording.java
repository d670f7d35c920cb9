package io.sarf.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * A flight recording of the product while it is under load: where its processor time goes in Java. Time in the kernel,
 * sockets above all, is not seen by it.
 */
record Recording(long samples, Map<String, Long> byPart) {
    /** The first that matches a frame, looked for from the inside out, is what the sample is counted for. */
    private static final List<Map.Entry<String, String>> PARTS = List.of(
            Map.entry("org.mariadb.jdbc.", "MariaDB's driver"),
            Map.entry("io.agroal.", "connection pool"),
            Map.entry("com.arjuna.", "transactions (Narayana)"),
            Map.entry("io.quarkus.narayana.", "transactions (Narayana)"),
            Map.entry("org.hibernate.", "Hibernate"),
            Map.entry("io.quarkus.hibernate.", "Hibernate"),
            Map.entry("org.jose4j.", "reading the token"),
            Map.entry("com.fasterxml.jackson.", "JSON"),
            Map.entry("io.quarkus.qute.", "words of faults (Qute)"),
            Map.entry("io.sarf.payouts.", "the product's own code"),
            Map.entry("org.jboss.resteasy.", "REST"),
            Map.entry("io.quarkus.resteasy.", "REST"),
            Map.entry("io.quarkus.security.", "security"),
            Map.entry("io.quarkus.vertx.http.runtime.security.", "security"),
            Map.entry("io.quarkus.arc.", "beans"),
            Map.entry("io.micrometer.", "metrics"),
            Map.entry("io.vertx.", "HTTP (Vert.x, Netty)"),
            Map.entry("io.netty.", "HTTP (Vert.x, Netty)"));

    /**
     * For the product's Java. A recording that begins later changes classes of the runtime, and Java throws away all the code
     * it has compiled so far: calls then take four times as long, and the profile is one of interpreted code.
     */
    static final String FROM_THE_START = "-XX:StartFlightRecording=name=bench,settings=profile,maxage=10m";

    /** What was recorded in the last seconds. */
    static Recording last(StartedProduct product, int seconds) throws IOException, InterruptedException {
        var file = Path.of("target/bench.jfr").toAbsolutePath();
        Files.deleteIfExists(file);
        jcmd(product, "JFR.dump", "name=bench", "begin=-" + seconds + "s", "filename=" + file);
        return read(file);
    }

    static Recording read(Path file) throws IOException {
        var parts = new HashMap<String, Long>();
        var samples = 0L;
        try (var events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                var event = events.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample")) {
                    samples++;
                    parts.merge(part(event), 1L, Long::sum);
                }
            }
        }
        return new Recording(samples, parts);
    }

    private static String part(RecordedEvent event) {
        var stack = event.getStackTrace();
        if (stack != null) {
            for (var frame : stack.getFrames()) {
                var type = frame.getMethod().getType().getName();
                for (var known : PARTS) {
                    if (type.startsWith(known.getKey())) {
                        return known.getValue();
                    }
                }
            }
        }
        return "everything else";
    }

    private List<Map.Entry<String, Long>> largest() {
        return byPart.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .toList();
    }

    /** Of a table: what has at least a hundredth. */
    String rows() {
        return largest().stream()
                .filter(part -> part.getValue() * 100 >= samples)
                .map(part -> "| %s | %d %% |\n".formatted(part.getKey(), Math.round(100.0 * part.getValue() / samples)))
                .collect(Collectors.joining());
    }

    private static void jcmd(StartedProduct product, String... words) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/jcmd").toString(), String.valueOf(product.pid())));
        command.addAll(List.of(words));
        var ended = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target/bench-jcmd.log").toFile())
                .start()
                .waitFor();
        if (ended != 0) {
            throw new IOException("jcmd failed: " + Files.readString(Path.of("target/bench-jcmd.log")));
        }
    }
}
