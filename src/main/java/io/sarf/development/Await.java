package io.sarf.development;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits until a server answers or a process ends, as long as it makes progress. The error contains its log. */
final class Await {

    interface Probe {
        boolean answers() throws Exception;
    }

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Await() {}

    /** Of a process that starts, on a machine that may be busy with other things. */
    static Patience patience() {
        return new Patience(Duration.ofMinutes(2), Duration.ofMinutes(30));
    }

    static void until(String name, Process process, Path log, Probe probe) throws IOException, InterruptedException {
        Patience patience = patience();
        while (!answers(probe)) {
            boolean ended = process.waitFor(100, TimeUnit.MILLISECONDS);
            if (ended || patience.isOver(Effort.of(process.toHandle(), log))) {
                throw new IOException(
                        name + (ended ? " ended with " + process.exitValue() : " does not answer " + patience.reason())
                                + " instead of starting. The end of " + log + ":\n" + StateFolder.tail(log, 30));
            }
        }
    }

    /** Until a process that does one thing has done it; one that makes no progress is ended. */
    static void success(String what, Process process, Path log) throws IOException, InterruptedException {
        Patience patience = patience();
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            if (patience.isOver(Effort.of(process.toHandle(), log))) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw failure(what + " does not end " + patience.reason(), log);
            }
        }
        if (process.exitValue() != 0) {
            throw failure(what + " ended with " + process.exitValue(), log);
        }
    }

    private static IOException failure(String what, Path log) {
        return new IOException(what + ". The end of " + log + ":\n" + StateFolder.tail(log, 30));
    }

    static boolean isOk(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(10))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }

    private static boolean answers(Probe probe) throws InterruptedException {
        try {
            return probe.answers();
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Exception notYet) {
            return false;
        }
    }
}
