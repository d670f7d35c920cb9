package io.sarf.development;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What can be seen of processes that work.
 *
 * @param seconds of processor time; whole ones, because a server that has nothing to do uses a little, too
 * @param written bytes in the logs
 */
public record Effort(long seconds, long written) {

    /** Of a process and all that it has started. */
    public static Effort of(ProcessHandle process, Path... logs) {
        var used = Stream.concat(Stream.of(process), process.descendants())
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
        var written = Stream.of(logs).mapToLong(log -> log.toFile().length()).sum();
        return new Effort(used.toSeconds(), written);
    }

    /** Of a process, and of all files in a folder of logs. */
    static Effort in(ProcessHandle process, Path folder) {
        var logs = folder.toFile().listFiles();
        return of(
                process,
                logs == null
                        ? new Path[0]
                        : Stream.of(logs).map(java.io.File::toPath).toArray(Path[]::new));
    }
}
