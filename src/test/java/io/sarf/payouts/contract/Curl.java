package io.sarf.payouts.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes the calls of curl lines: with curl where the machine has one, else with the same few options understood here. */
final class Curl {
    record Answer(int status, JsonNode body) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STATUS = "\n%{http_code}";

    private Curl() {}

    static Answer run(List<String> words) throws IOException, InterruptedException {
        return installed() ? withCurl(words) : withoutCurl(words);
    }

    static boolean installed() {
        try {
            return new ProcessBuilder("curl", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Answer withCurl(List<String> words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("curl", "-sS", "-w", STATUS));
        command.addAll(words);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError(command + " failed: " + told);
        }
        var end = told.lastIndexOf('\n');
        return new Answer(Integer.parseInt(told.substring(end + 1)), JSON.readTree(told.substring(0, end)));
    }

    static Answer withoutCurl(List<String> words) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder();
        var body = new ArrayList<String>();
        String method = null;
        var form = true;
        for (var i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "-X" -> method = words.get(++i);
                case "-H" -> {
                    var header = words.get(++i).split(": ", 2);
                    request.header(header[0], header[1]);
                    form &= !header[0].equals("Content-Type");
                }
                case "-u" ->
                    request.header(
                            "Authorization",
                            "Basic "
                                    + Base64.getEncoder()
                                            .encodeToString(words.get(++i).getBytes(StandardCharsets.UTF_8)));
                case "-d" -> body.add(words.get(++i));
                default -> request.uri(URI.create(words.get(i)));
            }
        }
        if (form && !body.isEmpty()) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(String.join("&", body));
        request.method(method != null ? method : body.isEmpty() ? "GET" : "POST", publisher);
        var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
    }
}
