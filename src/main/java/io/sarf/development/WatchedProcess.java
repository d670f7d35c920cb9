package io.sarf.development;

import java.util.Optional;

/** The process with whose end a stack ends. */
final class WatchedProcess {

    private static final String MAVEN = "org.codehaus.plexus.classworlds.launcher.Launcher";

    private WatchedProcess() {}

    /**
     * The Maven that this JVM runs under, so that a stack outlives a restarted product and serves all test runs of one
     * build; this JVM when there is none, as in an IDE.
     */
    static ProcessHandle find() {
        ProcessHandle self = ProcessHandle.current();
        Optional<ProcessHandle> ancestor = self.parent();
        while (ancestor.isPresent()) {
            ProcessHandle candidate = ancestor.get();
            if (candidate
                    .info()
                    .commandLine()
                    .filter(line -> line.contains(MAVEN))
                    .isPresent()) {
                return candidate;
            }
            ancestor = candidate.parent();
        }
        return self;
    }

    static Optional<ProcessHandle> alive(String pid, String since) {
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(handle -> String.valueOf(Children.since(handle)).equals(since));
    }
}
