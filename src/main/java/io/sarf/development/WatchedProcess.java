package io.sarf.development;

import java.util.Optional;

final class WatchedProcess {

    private static final String MAVEN = "org.codehaus.plexus.classworlds.launcher.Launcher";

    private WatchedProcess() {}

    /**
     * The Maven that runs this JVM, so that a stack survives restarts of the product; this JVM without one, as in an
     * IDE.
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
