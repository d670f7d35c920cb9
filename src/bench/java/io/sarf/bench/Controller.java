package io.sarf.bench;

import io.sarf.testing.Person;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A Financial Controller at their browser, without the browser: keeps cookies, posts forms and follows nothing. */
final class Controller {
    private static final Pattern SIGN_IN_FORM = Pattern.compile("id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");
    private static final Pattern TERMS = Pattern.compile("name=\"version\" value=\"([^\"]+)\"");
    private static final int MOST_STEPS = 12;

    private final HttpClient client = HttpClient.newHttpClient();
    /** By port: the identity provider is another one. Marked secure, and sent all the same, as browsers do on this machine. */
    private final Map<Integer, Map<String, String>> cookies = new LinkedHashMap<>();

    private final String product;

    Controller(StartedProduct product) {
        this.product = "http://localhost:" + product.port();
    }

    void signIn(Person person) throws IOException, InterruptedException {
        var url = product + "/dashboard";
        var answer = send(url, null);
        for (var step = 0; step < MOST_STEPS; step++) {
            var form = SIGN_IN_FORM.matcher(answer.body());
            if (form.find()) {
                url = form.group(1).replace("&amp;", "&");
                answer = send(url, List.of("username", person.email(), "password", person.password()));
            } else if (answer.statusCode() / 100 == 3) {
                url = URI.create(url).resolve(sentTo(answer)).toString();
                answer = send(url, null);
            } else {
                break;
            }
        }
        if (!url.startsWith(product) || answer.statusCode() >= 400) {
            throw new IOException(person.email() + " could not sign in: " + answer.statusCode() + " at " + url);
        }
    }

    /** Opts in to payouts for a company. */
    void acceptTerms(World world) throws IOException, InterruptedException {
        var terms = TERMS.matcher(get(world.sandbox() + "/payouts/access"));
        if (!terms.find()) {
            throw new IOException("The terms show no version");
        }
        post(world.sandbox() + "/payouts/opt-in", 303, List.of("version", terms.group(1), "accepted", "true"));
    }

    String get(String path) throws IOException, InterruptedException {
        return expect(path, 200, send(product + path, null)).body();
    }

    /** Posts a form with the token of a page. */
    HttpResponse<String> post(String path, int expected, List<String> fields) throws IOException, InterruptedException {
        var all = new ArrayList<>(fields);
        all.addAll(List.of("csrf-token", String.valueOf(own(URI.create(product)).get("__Host-csrf-token"))));
        return expect(path, expected, send(product + path, all));
    }

    static String sentTo(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static HttpResponse<String> expect(String path, int status, HttpResponse<String> answer)
            throws IOException {
        if (answer.statusCode() != status) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private HttpResponse<String> send(String url, List<String> form) throws IOException, InterruptedException {
        var address = URI.create(url);
        var request = HttpRequest.newBuilder(address).header("Accept-Language", "en");
        if (!own(address).isEmpty()) {
            var sent = new StringBuilder();
            own(address)
                    .forEach((name, value) ->
                            sent.append(name).append('=').append(value).append("; "));
            request.header("Cookie", sent.toString());
        }
        if (form != null) {
            var body = new StringBuilder();
            for (var i = 0; i < form.size(); i += 2) {
                body.append(i == 0 ? "" : "&").append(encoded(form.get(i))).append('=');
                body.append(encoded(form.get(i + 1)));
            }
            request.header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body.toString()));
        }
        var answer = client.send(request.build(), BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").forEach(cookie -> keep(address, cookie));
        return answer;
    }

    private void keep(URI from, String cookie) {
        var pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || cookie.toLowerCase(java.util.Locale.ROOT).contains("max-age=0")) {
            own(from).remove(pair[0]);
        } else {
            own(from).put(pair[0], pair[1]);
        }
    }

    private Map<String, String> own(URI address) {
        return cookies.computeIfAbsent(address.getPort(), any -> new LinkedHashMap<>());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
