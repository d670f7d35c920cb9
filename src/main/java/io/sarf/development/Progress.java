package io.sarf.development;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Progress of a starting stack: the watchdog writes it to its log, the waiting process prints it. */
final class Progress {
    private static final String MARK = "  . ";

    private final Path log;
    private int seen;

    Progress(Path log) {
        this.log = log;
    }

    interface Step {
        void run() throws IOException, InterruptedException;
    }

    static void step(String name, Step step) throws IOException, InterruptedException {
        long began = System.nanoTime();
        step.run();
        say(name + " ready after " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) + " s");
    }

    static void say(String line) {
        System.out.println(MARK + line);
    }

    void show() throws IOException {
        if (!Files.exists(log)) {
            return;
        }
        String text = Files.readString(log);
        int end = text.lastIndexOf('\n') + 1;
        if (end > seen) {
            text.substring(seen, end)
                    .lines()
                    .filter(line -> line.startsWith(MARK))
                    .forEach(System.out::println);
            seen = end;
        }
    }
}
