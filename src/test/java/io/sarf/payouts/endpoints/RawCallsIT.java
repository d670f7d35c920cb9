package io.sarf.payouts.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.client.KnownPrograms;
import io.sarf.payouts.dispatch.PayingCompanies;
import io.sarf.payouts.dispatch.PayingCompany;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.PaperBank;
import io.sarf.testing.RawCall;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Bytes that no client library sends. Whatever comes to an address of programs is answered with JSON, a code and a
 * correlation id, and never with what went wrong inside.
 */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class RawCallsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "Content-Type: application/json";
    private static final String FORM_TYPE = "Content-Type: application/x-www-form-urlencoded";
    private static final String LIST = "/payouts/v1/payments";
    private static final String DESTINATIONS = "/payouts/v1/payment/destinations";
    private static final String INVALID = "400 INVALID_PARAMETERS";
    private static final String NOWHERE = "404 INVALID_URL";

    /** Those below an API root that have no operation, Lean's own that are not offered among them. */
    private static final List<String> NO_OPERATION = List.of(
            "/payments/v1/destinations",
            "/customers/v2",
            "/payouts",
            "/payouts/v2/payment",
            "/banks",
            "/events/v2",
            "/data/v1/accounts",
            "/connect/v1/x",
            "/consents/v1",
            "/oauth2/revoke",
            "/.well-known/openid-configuration",
            "/PAYOUTS/v1/payments");

    @Inject
    PayingCompanies companies;

    @Inject
    KnownPrograms programs;

    @Inject
    MovableClock clock;

    private String token;

    /** What is sent, and what is answered: the status and the code. */
    private final Map<String, String> calls = new LinkedHashMap<>();

    @BeforeEach
    void a_program() {
        PayingCompany company = companies.open(new PaperBank(clock));
        token = programs.program(company.scope()).token();
    }

    @Test
    void a_path_without_an_operation_is_refused_whatever_the_method_and_the_type() {
        for (var path : NO_OPERATION) {
            for (var method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "X")) {
                calls.put(call(method + " " + path), NOWHERE);
            }
            for (var type : List.of("", "x", "/", "a/b/c", "text/plain", "multipart/form-data", "application/json")) {
                calls.put(call("POST " + path, "{}", "Content-Type: " + type), NOWHERE);
            }
            calls.put(call("POST " + path, "a=b", FORM_TYPE), NOWHERE);
            calls.put(call("GET " + path, "", "Accept: text/html"), NOWHERE);
        }
        answered();
    }

    @Test
    void router_and_filters_read_the_same_path() {
        for (var path : List.of(
                "//payouts/v1/payments",
                "/payouts//v1/payments",
                "/./payouts/v1/payments",
                "/x/../payouts/v1/payments",
                "/%70ayouts/v1/payments",
                "/payouts/v1/%2e/payments",
                "/x/%2e%2e/payouts/v1/payments",
                "/payouts/v1/payments/",
                "http://localhost/payouts/v1/payments")) {
            calls.put(call("GET " + path), "200 ");
            calls.put(anonymous("GET " + path), "401 UNAUTHORIZED");
        }
        for (var path : List.of(
                "/payouts;a=b/v1/payments",
                "/payouts/v1/payments;a=b",
                "/payouts/v1;/payments",
                "/dashboard;/../payouts/v1/payments",
                "/customers/v1/app-user-id/a;b")) {
            calls.put(call("GET " + path), NOWHERE);
            calls.put(anonymous("GET " + path), NOWHERE);
        }
        calls.put(call("POST /payouts;a=b/v1/payment", "{}", JSON_TYPE), NOWHERE);
        answered();
    }

    @Test
    void a_malformed_address_is_a_fault_of_the_caller() {
        for (var address : List.of(
                LIST + "?status=%zz",
                LIST + "?external_reference=%ff",
                LIST + "?external_reference=%C0%AF",
                LIST + "?external_reference=\u00e9",
                LIST + "?a=%",
                LIST + "?a=%4",
                "/payouts/v1/%zz",
                "/payouts/v1/%ff",
                "/payouts/v1/intents/x",
                "/payouts/v1/intents/%ff",
                "/payouts\\v1\\payments",
                "/payouts/v1/<x>")) {
            calls.put(call("GET " + address), INVALID);
        }
        calls.put(call("GET payouts/v1/payments"), INVALID);
        calls.put(call("GET " + LIST + "?x=" + "y".repeat(10_000)), "414 URI_TOO_LONG");
        calls.put(call("GET " + LIST, "", "X: " + "y".repeat(30_000)), "431 HEADERS_TOO_LARGE");
        for (var list : List.of("Accept", "Accept-Charset", "Accept-Encoding", "If-Match", "If-None-Match", "Range")) {
            calls.put(call("GET " + LIST, "", list + ": " + "a/b,".repeat(501)), "431 HEADERS_TOO_LARGE");
            calls.put(call("GET " + LIST, "", list + ": a", list + ": " + "b,".repeat(1_000)), "431 HEADERS_TOO_LARGE");
        }
        calls.put(call("GET " + LIST, "", "Accept: " + "a/b,".repeat(499) + "*/*"), "200 ");
        calls.put(call("GET " + LIST, "", "Accept-Language: " + "ar,".repeat(4_000)), "200 ");
        answered();
    }

    @Test
    void one_well_formed_host_is_expected() {
        for (var host : List.of("", "a b", "x:y", "http://x/", "a/b", "a@b", "\u00e9", "x:99999", "<b>")) {
            calls.put(withHost("Host: " + host + "\r\n"), INVALID);
        }
        calls.put(withHost(""), INVALID);
        calls.put(withHost("Host: a\r\nHost: b\r\n"), INVALID);
        calls.put(withHost("Host: [::1]:8080\r\n"), "200 ");
        calls.put(withHost("Host: payouts.example\r\n"), "200 ");
        calls.put("GET " + LIST + " HTTP/1.0\r\nAuthorization: Bearer " + token + "\r\n\r\n", "200 ");
        answered();
    }

    @Test
    void people_get_a_page_where_programs_get_json() throws IOException {
        for (var line : List.of("GET / HTTP/1.1\r\n", "GET /dashboard;a=b HTTP/1.1\r\nHost: x\r\n")) {
            var answer = RawCall.send(line + "Connection: close\r\n\r\n");

            assertThat(answer.status()).isIn(400, 404);
            assertThat(answer.headers().get("content-type")).startsWith("text/html");
            assertThat(answer.body()).contains("<!doctype html>").doesNotContain("Exception");
        }
    }

    @Test
    void a_type_that_is_none_is_one_that_no_operation_reads() {
        var wrong = "415 UNSUPPORTED_MEDIA_TYPE";
        var source = "/customers/v1/" + UUID.randomUUID() + "/payment-sources/" + UUID.randomUUID();
        for (var type : List.of("", "x", "/", "a/b/c", "application/x-www-form-urlencoded", "multipart/form-data")) {
            for (var line : List.of(
                    "POST /customers/v1",
                    "POST /payouts/v1/payment",
                    "POST /payouts/v1/bulk-payments",
                    "POST /payouts/v1/authorizations",
                    "POST " + DESTINATIONS,
                    "DELETE " + source,
                    "DELETE " + DESTINATIONS + "/" + UUID.randomUUID())) {
                calls.put(call(line, "{}", "Content-Type: " + type), wrong);
            }
            // It reads no body.
            calls.put(
                    call("POST " + LIST + "/" + UUID.randomUUID() + "/cancellation", "", "Content-Type: " + type),
                    "404 UNKNOWN_PAYMENT");
            calls.put(call("GET /customers/v1", "", "Content-Type: " + type), "200 ");
        }
        answered();
    }

    @Test
    void who_does_not_take_json_is_refused_before_anything_happens() {
        var name = UUID.randomUUID().toString();
        for (var accept : List.of("text/html", "x", "application/json;q=0", "*/*;q=0.0", "application/json;q=0, */*")) {
            calls.put(call("GET /customers/v1", "", "Accept: " + accept), "406 NOT_ACCEPTABLE");
            calls.put(call("GET /.well-known/jwks.json", "", "Accept: " + accept), "406 NOT_ACCEPTABLE");
            calls.put(
                    call("POST /customers/v1", "{\"app_user_id\":\"" + name + "\"}", JSON_TYPE, "Accept: " + accept),
                    "406 NOT_ACCEPTABLE");
            calls.put(anonymous("POST /oauth2/token", "a=b", FORM_TYPE, "Accept: " + accept), "406 invalid_request");
        }
        for (var accept : List.of(
                "", "*/*", "application/*", "text/html, application/json;q=0.1", "*/*;q=0, a/b, application/*")) {
            calls.put(call("GET /customers/v1", "", "Accept: " + accept), "200 ");
        }
        calls.put(call("GET /customers/v1/app-user-id/" + name), "404 UNKNOWN_CUSTOMER");
        answered();
    }

    @Test
    void null_is_no_element_of_an_array() {
        var account = UUID.randomUUID();
        calls.put(call("POST " + DESTINATIONS, "[null]", JSON_TYPE), INVALID);
        calls.put(call("POST " + DESTINATIONS, "[null,null]", JSON_TYPE), INVALID);
        calls.put(call("POST /payouts/v1/payment", "{\"payment_details\":[null]}", JSON_TYPE), INVALID);
        calls.put(
                call(
                        "POST /payouts/v1/payment",
                        "{\"payment_details\":[{\"account_id\":\"" + account + "\",\"destination_details\":[null]}]}",
                        JSON_TYPE),
                INVALID);
        calls.put(call("POST /payouts/v1/bulk-payments", "{\"payments\":[null]}", JSON_TYPE), INVALID);
        answered();
    }

    @Test
    void text_that_is_not_unicode_is_refused_wherever_it_stands() {
        var name = "x" + UUID.randomUUID();
        for (var broken : List.of(
                name + "\\ud800",
                name + "\\udc00\\ud800",
                name + "\u00c0\u00af",
                name + "\u00ed\u00a0\u0080",
                name + "\u00f5\u0080\u0080\u0080",
                name + "\u00ff")) {
            calls.put(call("POST /customers/v1", "{\"app_user_id\":\"" + broken + "\"}", JSON_TYPE), INVALID);
            calls.put(call("POST " + DESTINATIONS, "[{\"name\":\"" + broken + "\"}]", JSON_TYPE), INVALID);
            calls.put(call("POST /payouts/v1/payment", "{\"" + broken + "\":1}", JSON_TYPE), INVALID);
        }
        calls.put(
                call(
                        "POST /customers/v1",
                        "{\"app_user_id\":\"" + name + "\",\"government_identifiers\":{\"a\":\"\\ud800\"}}",
                        JSON_TYPE),
                INVALID);
        // An emoji at the place where a value is cut for the message.
        calls.put(
                call(
                        "POST /payouts/v1/payment",
                        "{\"payment_details\":[{\"account_id\":\"" + "x".repeat(63) + "\\ud83d\\ude00y\"}]}",
                        JSON_TYPE),
                INVALID);
        calls.put(call("GET /customers/v1/app-user-id/" + name), "404 UNKNOWN_CUSTOMER");
        calls.put(call("POST /customers/v1", "{\"app_user_id\":\"" + name + "\\ud83d\\ude00\"}", JSON_TYPE), "200 ");
        answered();
    }

    @Test
    void the_token_endpoint_answers_in_its_own_form() {
        var bad = "400 invalid_request";
        for (var form : List.of(
                "a=%zz",
                "a=" + "x".repeat(2_049),
                "grant_type=" + "x".repeat(2_049),
                "a=%ff",
                "grant_type=client_credentials&scope=%C0%AF",
                "a",
                "=",
                "&&",
                "",
                "client_id=\u00ff",
                "%")) {
            calls.put(anonymous("POST /oauth2/token", form, FORM_TYPE), bad);
        }
        calls.put(anonymous("POST /oauth2/token", "a=" + "x".repeat(9_000), FORM_TYPE), "413 invalid_request");
        calls.put(anonymous("POST /oauth2/token", "a=" + "x".repeat(2_000_000), FORM_TYPE), "413 invalid_request");
        for (var method : List.of("OPTIONS", "GET", "PUT", "PATCH", "DELETE", "X")) {
            calls.put(anonymous(method + " /oauth2/token", "a=b", FORM_TYPE), "405 invalid_request");
        }
        for (var type : List.of("", "x", "application/json", "multipart/form-data; boundary=x")) {
            calls.put(anonymous("POST /oauth2/token", "a=b", "Content-Type: " + type), bad);
        }
        calls.put(
                anonymous(
                        "POST /oauth2/token",
                        "grant_type=client_credentials&scope=api",
                        FORM_TYPE,
                        "Authorization: Basic /////w=="),
                "401 invalid_client");
        calls.put("POST /oauth2/token HTTP/1.1\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", bad);
        calls.put(anonymous("POST /oauth2/token?a=%zz", "a=b", FORM_TYPE), bad);
        answered();
    }

    private void answered() {
        assertSoftly(softly -> calls.forEach((request, expected) -> {
            var shown = request.length() > 300 ? request.substring(0, 300) + "…" : request;
            try {
                var answer = RawCall.send(request);
                var body = JSON.readTree(answer.body());
                var code = body.has("error")
                        ? body.path("error").asText()
                        : body.path("status").asText();
                softly.assertThat(answer.status() + " " + code).as(shown).isEqualTo(expected);
                softly.assertThat(answer.headers().get("content-type"))
                        .as(shown)
                        .startsWith("application/json");
                softly.assertThat(answer.headers()).as(shown).containsKey("lean-correlation-id");
                softly.assertThat(answer.body()).as(shown).doesNotContain("Exception", "io.sarf");
            } catch (IOException noAnswer) {
                softly.fail(shown, noAnswer);
            }
        }));
    }

    private String call(String line) {
        return call(line, "");
    }

    private String call(String line, String body, String... headers) {
        return request(line, body, "Authorization: Bearer " + token, headers);
    }

    private static String anonymous(String line) {
        return anonymous(line, "");
    }

    private static String anonymous(String line, String body, String... headers) {
        return request(line, body, "X-Nobody: 1", headers);
    }

    private static String request(String line, String body, String first, String... headers) {
        var more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        var length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
        return line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + first + "\r\n" + more + length + "\r\n"
                + body;
    }

    private String withHost(String host) {
        return "GET " + LIST + " HTTP/1.1\r\n" + host + "Connection: close\r\nAuthorization: Bearer " + token
                + "\r\n\r\n";
    }
}
