package io.sarf.development;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The server processes of a stack, recorded as they start, so that the next stack can end leftovers. */
final class Children {

    private static final int SECONDS_TO_STOP = 10;

    private final StateFolder state;
    private final Consumer<String> died;
    private final Map<String, Process> running = new LinkedHashMap<>();
    private boolean stopping;

    Children(StateFolder state, Consumer<String> died) {
        this.state = state;
        this.died = died;
    }

    Process start(String name, ProcessBuilder command) throws IOException {
        Process process = begin(name, command);
        var unused = process.onExit().thenRun(() -> ended(name));
        return process;
    }

    /** Runs a process to its end that prepares something for a server. Ends with the servers, should the stack stop before. */
    void run(String name, ProcessBuilder command) throws IOException, InterruptedException {
        Process process = begin(name, command);
        try {
            Await.success(name, process, state.log(name));
        } finally {
            forget(name);
        }
    }

    private synchronized Process begin(String name, ProcessBuilder command) throws IOException {
        if (stopping) {
            throw new IOException("The stack is stopping; " + name + " is not started any more");
        }
        Path log = state.log(name);
        command.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Process process = command.start();
        running.put(name, process);
        writeDown();
        return process;
    }

    private synchronized void forget(String name) throws IOException {
        running.remove(name);
        if (!stopping) {
            writeDown();
        }
    }

    private void ended(String name) {
        synchronized (this) {
            if (stopping) {
                return;
            }
        }
        died.accept(name);
    }

    synchronized Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        running.forEach((name, process) -> pids.put(name, process.pid()));
        return pids;
    }

    void stop() {
        List<ProcessHandle> handles = new ArrayList<>();
        synchronized (this) {
            stopping = true;
            running.values().forEach(process -> handles.add(process.toHandle()));
        }
        end(handles);
        try {
            Files.deleteIfExists(state.children());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void writeDown() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Process process : running.values()) {
            lines.append(process.pid())
                    .append(' ')
                    .append(since(process.toHandle()))
                    .append('\n');
        }
        state.write(state.children(), lines.toString());
    }

    /** After a killed watchdog. Ends only processes with the same pid, start time and command line. */
    void endLeftovers() throws IOException {
        if (!Files.exists(state.children())) {
            return;
        }
        List<ProcessHandle> left = new ArrayList<>();
        for (String line : Files.readAllLines(state.children())) {
            String[] words = line.split(" ", 2);
            ProcessHandle.of(Long.parseLong(words[0]))
                    .filter(handle -> String.valueOf(since(handle)).equals(words[1]))
                    .filter(this::isOurs)
                    .ifPresent(left::add);
        }
        if (!left.isEmpty()) {
            System.out.println("Ending " + left.size() + " servers left by a stack that was killed");
            end(left);
        }
        Files.delete(state.children());
    }

    private boolean isOurs(ProcessHandle handle) {
        return handle.info()
                .commandLine()
                .filter(line -> line.contains(state.root().toString()))
                .isPresent();
    }

    /** Start time in milliseconds; distinguishes processes that reuse a pid. */
    static long since(ProcessHandle handle) {
        return handle.info().startInstant().map(java.time.Instant::toEpochMilli).orElse(0L);
    }

    /** With all that they have started: a script's own end does not end its programs. */
    private static void end(List<ProcessHandle> started) {
        List<ProcessHandle> handles = new ArrayList<>(started);
        started.forEach(one -> one.descendants().forEach(handles::add));
        handles.forEach(ProcessHandle::destroy);
        CompletableFuture<?> ended = CompletableFuture.allOf(
                handles.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        try {
            ended.get(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (TimeoutException slow) {
            handles.forEach(ProcessHandle::destroyForcibly);
            ended.join();
        } catch (InterruptedException | java.util.concurrent.ExecutionException broken) {
            handles.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
