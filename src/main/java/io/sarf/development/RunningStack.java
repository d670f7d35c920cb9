package io.sarf.development;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

public final class RunningStack {

    private final Properties coordinates;

    private RunningStack(Properties coordinates) {
        this.coordinates = coordinates;
    }

    /**
     * Returns the running stack if it belongs to this build and has the same classes, else starts a new one.
     *
     * @param fresh whether a new stack deletes its stored data
     * @throws IOException if it does not start, with the end of its log
     */
    public static RunningStack reuseOrStart(Path checkout, Path folder, boolean fresh)
            throws IOException, InterruptedException {
        StateFolder state = StateFolder.at(folder);
        StackClasses classes = StackClasses.in(checkout.resolve("target/classes"));
        ProcessHandle watched = WatchedProcess.find();
        Optional<RunningStack> running = running(state);
        if (running.isPresent()) {
            if (running.get().serves(watched) && running.get().isBuiltFrom(classes)) {
                return running.get();
            }
            running.get().giveWay(state, watched);
        }
        return start(checkout, state, classes, watched, fresh);
    }

    /** A setting of the product, or of the stack with the prefix {@code stack.}. */
    public String get(String key) {
        String value = coordinates.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException("The stack says nothing of " + key);
        }
        return value;
    }

    public Map<String, String> configuration() {
        Map<String, String> configuration = new TreeMap<>();
        for (String key : coordinates.stringPropertyNames()) {
            if (!key.startsWith(Coordinates.OWN)) {
                configuration.put(key, coordinates.getProperty(key));
            }
        }
        return configuration;
    }

    public Map<String, Long> children() {
        Map<String, Long> children = new TreeMap<>();
        for (String key : coordinates.stringPropertyNames()) {
            if (key.startsWith("stack.child.")) {
                children.put(key.substring("stack.child.".length()), Long.valueOf(coordinates.getProperty(key)));
            }
        }
        return children;
    }

    /** Ends the watchdog, which takes its servers with it, and waits until they are gone. */
    public void stop() throws IOException {
        Optional<ProcessHandle> watchdog = watchdog();
        watchdog.ifPresent(ProcessHandle::destroy);
        if (watchdog.isPresent()) {
            await(watchdog.get());
        }
    }

    private static Optional<RunningStack> running(StateFolder state) throws IOException {
        RunningStack stack = new RunningStack(StateFolder.read(state.coordinates()));
        return stack.watchdog().map(alive -> stack);
    }

    private Optional<ProcessHandle> watchdog() {
        String pid = coordinates.getProperty(Coordinates.PID);
        return pid == null ? Optional.empty() : WatchedProcess.alive(pid, get(Coordinates.SINCE));
    }

    private boolean serves(ProcessHandle watched) {
        return get(Coordinates.WATCHED).equals(String.valueOf(watched.pid()))
                && get(Coordinates.WATCHED_SINCE).equals(String.valueOf(Children.since(watched)));
    }

    private boolean isBuiltFrom(StackClasses classes) {
        return get(Coordinates.CLASSES).equals(classes.digest());
    }

    /** Stops an outdated stack of this build. A stack without its owner stops by itself; any other is an error. */
    private void giveWay(StateFolder state, ProcessHandle watched) throws IOException, InterruptedException {
        if (serves(watched)) {
            stop();
        } else if (WatchedProcess.alive(get(Coordinates.WATCHED), get(Coordinates.WATCHED_SINCE))
                .isPresent()) {
            throw new IOException("The development stack in " + state.root() + " belongs to process "
                    + get(Coordinates.WATCHED) + ", which still runs. Stop that one first");
        }
    }

    private static RunningStack start(
            Path checkout, StateFolder state, StackClasses classes, ProcessHandle watched, boolean fresh)
            throws IOException, InterruptedException {
        System.out.println("Starting the servers beside the product: MariaDB, Keycloak, sandbox bank, mailbox");
        Path log = state.log("stack");
        ProcessBuilder command = new ProcessBuilder(List.of(
                // Java replaces the shell, which only makes Ctrl-C in a terminal reach the product first.
                "sh",
                "-c",
                "trap '' INT HUP; exec \"$@\"",
                "stack",
                Jvm.EXECUTABLE,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.io.tmpdir=" + state.folder("temp"),
                "-Dsarf.servers=" + checkout.resolve("data/servers").toAbsolutePath(),
                "-Dsarf.fresh=" + fresh,
                "-D" + Coordinates.CLASSES + "=" + classes.digest(),
                DevelopmentStack.class.getName(),
                String.valueOf(watched.pid()),
                state.root().toString()));
        command.environment().put("CLASSPATH", classPath(checkout, classes.copiedTo(state.folder("classes"))));
        Process watchdog = command.redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return awaitStart(state, log, watchdog);
    }

    private static String classPath(Path checkout, Path classes) throws IOException {
        Path libraries = checkout.resolve("target/stack.classpath");
        if (!Files.exists(libraries)) {
            throw new IOException("No " + libraries + "; run ./mvnw generate-test-resources, which writes it");
        }
        return classes + File.pathSeparator + Files.readString(libraries).strip();
    }

    private static RunningStack awaitStart(StateFolder state, Path log, Process watchdog)
            throws IOException, InterruptedException {
        Patience patience = Await.patience();
        Progress progress = new Progress(log);
        while (true) {
            progress.show();
            Properties coordinates = StateFolder.read(state.coordinates());
            if (String.valueOf(watchdog.pid()).equals(coordinates.getProperty(Coordinates.PID))) {
                return new RunningStack(coordinates);
            }
            boolean ended = watchdog.waitFor(100, TimeUnit.MILLISECONDS);
            if (ended || patience.isOver(Effort.in(watchdog.toHandle(), state.folder("logs")))) {
                endHalfStarted(state, watchdog.toHandle());
                // The reason can stand before the last lines of two servers' logs.
                throw new IOException("The development stack did not start " + patience.reason() + ". The end of " + log
                        + ":\n" + StateFolder.tail(log, 100));
            }
        }
    }

    /** Ends all servers of a failed start, even if the watchdog does not, so that the next start finds none. */
    private static void endHalfStarted(StateFolder state, ProcessHandle watchdog) throws IOException {
        watchdog.destroy();
        try {
            await(watchdog);
        } catch (IOException stuck) {
            watchdog.destroyForcibly();
            await(watchdog);
        }
        new Children(state, name -> {}).endLeftovers();
    }

    private static void await(ProcessHandle ending) throws IOException {
        Patience patience = new Patience(Duration.ofSeconds(30), Duration.ofMinutes(10));
        while (ending.isAlive()) {
            if (patience.isOver(Effort.of(ending))) {
                throw new IOException(
                        "The development stack, process " + ending.pid() + ", does not stop " + patience.reason());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }
}
