package io.sarf.development;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits, with a limit, until a server answers. If it ends or stays silent, the error contains its log. */
final class Await {

    interface Probe {
        boolean answers() throws Exception;
    }

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Await() {}

    static void until(String name, Process process, Path log, Duration limit, Probe probe)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!answers(probe)) {
            boolean ended = process.waitFor(100, TimeUnit.MILLISECONDS);
            if (ended || System.nanoTime() > deadline) {
                throw new IOException(
                        name + (ended ? " ended with " + process.exitValue() : " did not answer in " + limit)
                                + " instead of starting. The end of " + log + ":\n" + StateFolder.tail(log, 30));
            }
        }
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
