package io.sarf.payouts.story;

import io.sarf.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A command as somebody types it, in a folder, with what it has printed. */
final class CommandLine implements AutoCloseable {
    /** It is given up when it prints nothing for so long, however long the whole takes. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private final Process process;
    private final Path output;

    private CommandLine(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static CommandLine start(Path folder, Path output, List<String> words, Map<String, String> environment)
            throws IOException {
        Files.deleteIfExists(output);
        // A session of its own: its process group gets the signal that Ctrl-C sends to all of a terminal's programs.
        var command = new ArrayList<>(List.of("setsid"));
        command.addAll(words);
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return new CommandLine(builder.start(), output);
    }

    /** Waits until it has printed this. */
    String awaitPrinted(String text) {
        return awaited("“" + text + "” of " + output, () -> printed().contains(text));
    }

    /** Waits for its end; what it has printed. */
    String awaitEnd() {
        return awaited("end of " + output, () -> false);
    }

    int exitValue() {
        return process.exitValue();
    }

    private String awaited(String what, Condition condition) {
        return Eventually.get(
                what,
                SILENCE,
                this::printed,
                () -> condition.holds() || !process.isAlive() ? Optional.of(printed()) : Optional.empty());
    }

    private interface Condition {
        boolean holds();
    }

    private String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "";
        }
    }

    /** As Ctrl-C in a terminal does: all of its processes are interrupted. Waits for their end. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", "--", "-" + process.pid()).start().waitFor();
        awaitEnd();
    }

    /** What still runs of all that it has started and that names this folder. */
    static List<String> running(Path folder) {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.map(ProcessHandle::info)
                    .flatMap(info -> info.commandLine().stream())
                    .filter(line -> line.contains(folder.toAbsolutePath().toString()))
                    .toList();
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
