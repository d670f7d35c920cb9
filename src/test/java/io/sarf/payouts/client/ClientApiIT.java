package io.sarf.payouts.client;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From secret to token to operation, over the real database. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ClientApiIT {
    @Inject
    Applications applications;

    @Inject
    ClientSecrets secrets;

    private Scope sandbox;
    private UUID company;
    private String secret;

    @BeforeEach
    void an_application_with_a_secret() {
        var application = QuarkusTransaction.requiringNew().call(() -> applications.add("Acme", Instant.now()));
        sandbox = new Scope(application.id(), Environment.SANDBOX);
        company = QuarkusTransaction.requiringNew()
                .call(() -> applications.require(sandbox).customer());
        secret = secrets.create(sandbox, Actor.SYSTEM);
    }

    private RequestSpecification form(String scope) {
        return given().formParam("client_id", sandbox.application().toString())
                .formParam("client_secret", secret)
                .formParam("grant_type", "client_credentials")
                .formParam("scope", scope);
    }

    private static ValidatableResponse ask(RequestSpecification form) {
        return form.post("/oauth2/token").then().header("Cache-Control", "no-store");
    }

    private String token(String scope) {
        return ask(form(scope)).statusCode(200).extract().path("access_token");
    }

    private RequestSpecification call() {
        return given().header("Authorization", "Bearer " + token("api")).contentType("application/json");
    }

    @Test
    void a_secret_buys_a_token_and_the_token_opens_an_operation() {
        ask(form("api"))
                .statusCode(200)
                .body("scope", is("api"))
                .body("token_type", is("Bearer"))
                .body("expires_in", is(3599));

        call().body("{\"amount\":1250.75}")
                .post("/payouts/v1/probe/")
                .then()
                .statusCode(200)
                .body("application", equalTo(sandbox.application().toString()))
                .body("environment", is("sandbox"))
                .body("new_amount", is(1250.75f))
                .header("lean-correlation-id", notNullValue())
                .header("Set-Cookie", nullValue());
    }

    @Test
    void the_client_may_use_basic_authentication() {
        ask(given().auth()
                        .preemptive()
                        .basic(sandbox.application().toString(), secret)
                        .formParam("grant_type", "client_credentials")
                        .formParam("scope", "customer." + company))
                .statusCode(200)
                .body("scope", is("customer." + company));

        ask(given().auth()
                        .preemptive()
                        .basic(sandbox.application().toString(), "wrong")
                        .formParam("grant_type", "client_credentials")
                        .formParam("scope", "api"))
                .statusCode(401)
                .header("WWW-Authenticate", containsString("Basic"))
                .body("error", is("invalid_client"));
    }

    @Test
    void the_token_endpoint_refuses_as_the_standard_says() {
        ask(form("api").formParam("scope", "api")).statusCode(400).body("error", is("invalid_request"));
        ask(form("everything")).statusCode(400).body("error", is("invalid_scope"));
        ask(form("customer." + UUID.randomUUID())).statusCode(400).body("error", is("invalid_scope"));
        ask(given().contentType("application/json").body("{}")).statusCode(400).body("error", is("invalid_request"));
        ask(form("api").formParam("more", "x".repeat(20_000))).statusCode(413);
        given().get("/oauth2/token").then().statusCode(405).header("Allow", "POST");
    }

    @Test
    void guessing_comes_to_an_end() {
        for (var attempt = 0; attempt < 10; attempt++) {
            ask(given().formParam("client_id", sandbox.application().toString())
                            .formParam("client_secret", "guess")
                            .formParam("grant_type", "client_credentials")
                            .formParam("scope", "api"))
                    .statusCode(401);
        }

        ask(form("api")).statusCode(429).header("Retry-After", notNullValue());
    }

    @Test
    void a_replaced_secret_and_its_tokens_are_dead_at_once() {
        var old = token("api");
        var oldSecret = secret;
        given().auth()
                .oauth2(old)
                .get("/payouts/v1/probe/" + UUID.randomUUID())
                .then()
                .statusCode(404);

        secret = secrets.create(sandbox, Actor.SYSTEM);

        given().auth()
                .oauth2(old)
                .get("/payouts/v1/probe/" + UUID.randomUUID())
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("invalid_token"))
                .body("status", is("UNAUTHORIZED"));
        ask(form("api").formParam("x", "y")).statusCode(200);
        secret = oldSecret;
        ask(form("api")).statusCode(401);
        assertThat(secrets.describe(sandbox)).isNotNull();
        assertThat(secrets.describe(new Scope(sandbox.application(), Environment.PRODUCTION)))
                .isNull();
    }

    @Test
    void without_a_good_token_nothing_opens() {
        given().contentType("application/json")
                .body("{}")
                .post("/payouts/v1/probe")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("status", is("UNAUTHORIZED"))
                .body("metadata", nullValue())
                .body("timestamp", notNullValue());
        given().auth().oauth2("nonsense").get("/payouts/v1/probe/1").then().statusCode(401);
        given().auth()
                .oauth2(token("customer." + company))
                .get("/payouts/v1/probe/1")
                .then()
                .statusCode(403)
                .body("status", is("INCORRECT_ACCESS_LEVEL"));
        call().header("lean-app-token", "x")
                .get("/payouts/v1/probe/1")
                .then()
                .statusCode(400)
                .body("status", is("INVALID_PARAMETERS"));
    }

    @Test
    void a_token_does_not_open_a_page() {
        given().redirects()
                .follow(false)
                .auth()
                .oauth2(token("api"))
                .get("/probe")
                .then()
                .statusCode(302)
                .header("Location", containsString("/realms/"));
    }

    @Test
    void forms_need_the_token_of_a_page_and_pages_take_nothing_else() {
        given().formParam("field", "x").post("/probe").then().statusCode(400);
        given().contentType("text/plain").body("x").post("/probe").then().statusCode(415);
        given().noContentType().post("/probe").then().statusCode(415);
        given().get("/nowhere").then().statusCode(404).header("Content-Type", not(containsString("json")));
    }

    @Test
    void a_body_that_does_not_say_its_length_is_bounded_too() throws Exception {
        var address = URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/payouts/v1/probe");
        var endless = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[1_500_000]));
        var request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token("api"))
                .header("Content-Type", "application/json")
                .POST(endless)
                .build();

        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("PAYLOAD_TOO_LARGE");
    }

    @Test
    void anybody_may_read_the_public_keys() {
        given().auth()
                .oauth2("expired")
                .get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age=300"))
                .body("keys", not(empty()))
                .body("keys[0].kty", is("RSA"))
                .body("keys[0].d", nullValue())
                .body("keys[0].alg", is("RS256"));
        given().get("/.well-known/oauth-authorization-server")
                .then()
                .statusCode(200)
                .body("token_endpoint", containsString("/oauth2/token"))
                .body("grant_types_supported", hasItem("client_credentials"));
    }

    @Test
    void every_fault_has_its_code() {
        expect(call().get("/payouts/v1/nowhere"), 404, "INVALID_URL");
        expect(call().get("/payouts/v1/probe/" + UUID.randomUUID()), 404, "DATA_NOT_FOUND");
        expect(call().get("/payouts/v1/probe/1"), 400, "INVALID_PARAMETERS");
        expect(call().put("/payouts/v1/probe"), 405, "INVALID_HTTP_METHOD");
        expect(call().contentType("text/plain").body("x").post("/payouts/v1/probe"), 415, "UNSUPPORTED_MEDIA_TYPE");
        expect(
                call().contentType("application/x-www-form-urlencoded")
                        .body("a=b")
                        .post("/payouts/v1/probe"),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        expect(call().body("{").post("/payouts/v1/probe"), 400, "INVALID_PARAMETERS");
        expect(call().post("/payouts/v1/probe"), 400, "MISSING_PARAMETERS");
        expect(call().body("{\"amount\":\"1\"}").post("/payouts/v1/probe"), 400, "INVALID_PARAMETERS");
        expect(call().body("{\"amount\":-3}").post("/payouts/v1/probe"), 400, "INVALID_PARAMETERS");
        expect(call().body("{\"amount\":1,\"x\":2}").post("/payouts/v1/probe/raw"), 400, "INVALID_PARAMETERS");
        expect(call().body(" ".repeat(1_000_001)).post("/payouts/v1/probe"), 413, "PAYLOAD_TOO_LARGE");
        expect(call().post("/payouts/v1/probe/failures/contract"), 409, "INVALID_STATE");
        expect(call().post("/payouts/v1/probe/failures/rule"), 400, "INVALID_PARAMETERS");
        expect(call().post("/payouts/v1/probe/failures/database"), 503, "SERVICE_UNAVAILABLE")
                .header("Retry-After", "5");
        expect(call().post("/payouts/v1/probe/failures/other"), 500, "INTERNAL_SERVER_ERROR")
                .body("message", not(containsString("hunter2")));
    }

    @Test
    void a_call_keeps_its_correlation_id_if_that_is_safe() {
        call().header("lean-correlation-id", "order-2041")
                .get("/payouts/v1/probe/1")
                .then()
                .header("lean-correlation-id", "order-2041");
        call().header("lean-correlation-id", "a b")
                .get("/payouts/v1/probe/1")
                .then()
                .header("lean-correlation-id", not("a b"));
    }

    private static ValidatableResponse expect(io.restassured.response.Response answer, int status, String code) {
        return answer.then().statusCode(status).body("status", is(code));
    }
}
