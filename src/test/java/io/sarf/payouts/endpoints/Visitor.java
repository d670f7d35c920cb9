package io.sarf.payouts.endpoints;

import io.sarf.testing.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody with a browser's cookies and no browser: signs in at the real identity provider and follows no link. */
final class Visitor {
    static final String HOST = "http://localhost:" + System.getProperty("quarkus.http.test-port", "8081");

    private static final String FORGERY_TOKEN = "csrf-token";
    private static final Pattern SIGN_IN_FORM = Pattern.compile("id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");
    private static final int MOST_STEPS = 12;

    /** @param location where it sends to; empty when it does not */
    record Answer(int status, String location, String body) {
        /** The last part of where it sends to, which is the id of what was made. */
        String made() {
            return location.replaceAll(".*/", "");
        }

        /** For whoever reads a failure: the body only where it is no page. */
        String summary() {
            return status + " " + location + (body.startsWith("{") ? body : "");
        }
    }

    private final String name;
    private final LoopbackCookies cookies = new LoopbackCookies();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private Visitor(String name) {
        this.name = name;
        get("/");
    }

    private Visitor(Visitor other) {
        this.name = other.name;
        other.cookies
                .getCookieStore()
                .getCookies()
                .forEach(one -> cookies.getCookieStore().add(URI.create(HOST), one));
    }

    static Visitor anonymous() {
        return new Visitor("nobody");
    }

    /** @param what they are, for whoever reads a failure */
    static Visitor signedIn(Person person, String what) {
        var visitor = new Visitor(what);
        visitor.signIn(person);
        return visitor;
    }

    /** The same browser once more, as it is now: what one of them is told, the other does not hear. */
    Visitor copy() {
        return new Visitor(this);
    }

    Answer get(String path) {
        return send(request(HOST + path).GET());
    }

    /** Posts a form with the token of a page. */
    Answer post(String path, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of(FORGERY_TOKEN, cookies.value(FORGERY_TOKEN)));
        return postForm(HOST + path, all);
    }

    /** Posts a form that no page of ours has shown: whoever may pass is stopped by that, and nothing happens. */
    Answer forge(String path) {
        return postForm(HOST + path, List.of());
    }

    /** Looks at a page, so that what the last action had to say is said and the next page is like any other. */
    void readMessages() {
        get("/");
        get("/nowhere");
    }

    /** The same for either kind of route. */
    Answer call(Route route, String path) {
        return route.reads() ? get(path) : post(path);
    }

    private void signIn(Person person) {
        var url = HOST + "/dashboard";
        var answer = get("/dashboard");
        for (var step = 0; step < MOST_STEPS; step++) {
            var form = SIGN_IN_FORM.matcher(answer.body());
            if (form.find()) {
                url = form.group(1).replace("&amp;", "&");
                answer = postForm(url, List.of("username", person.email(), "password", person.password()));
            } else if (answer.status() == 302) {
                url = URI.create(url).resolve(answer.location()).toString();
                answer = send(request(url).GET());
            } else {
                break;
            }
        }
        if (!url.startsWith(HOST) || answer.status() >= 400) {
            throw new AssertionError(person.email() + " could not sign in: " + answer.status() + " at " + url);
        }
    }

    private Answer postForm(String url, List<String> fields) {
        var form = new StringBuilder();
        for (var i = 0; i < fields.size(); i += 2) {
            form.append(i == 0 ? "" : "&").append(encoded(fields.get(i))).append('=');
            form.append(encoded(fields.get(i + 1)));
        }
        return send(request(url)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString())));
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).header("Accept-Language", "en");
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(), answer.headers().firstValue("Location").orElse(""), answer.body());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }
}
