package io.sarf.payouts.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.client.KnownPrograms.Program;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.FewCalls;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who calls too often waits, and nobody else does. Buying the token is the first call. */
@QuarkusTest
@TestProfile(FewCalls.class)
@QuarkusTestResource(StackResource.class)
class CallLimitsIT {
    @Inject
    Applications applications;

    @Inject
    KnownPrograms programs;

    @Inject
    EntityManager entities;

    @Inject
    MovableClock clock;

    private Scope sandbox;
    private Program program;

    @BeforeEach
    void a_program() {
        sandbox = new Scope(company(), Environment.SANDBOX);
        program = programs.program(sandbox);
    }

    @Test
    void one_call_too_many_has_to_wait_and_has_no_effect() {
        add(program).then().statusCode(200);
        add(program).then().statusCode(200);
        var before = customers();

        var refused = add(program);

        refused.then()
                .statusCode(429)
                .body("status", is("RATE_LIMIT_EXCEEDED"))
                .body("message", is("Too many calls. Try again in 20 s"))
                .header("Retry-After", "20")
                .header("lean-correlation-id", notNullValue())
                .header("Cache-Control", "no-store");
        assertThat(customers()).isEqualTo(before);
    }

    @Test
    void every_answer_says_what_is_left() {
        var policy = "\"calls\";q=3;w=60";

        add(program).then().header("RateLimit-Policy", policy).header("RateLimit", "\"calls\";r=1;t=40");
        program.call()
                .get("/payouts/v1/nowhere")
                .then()
                .statusCode(404)
                .header("RateLimit-Policy", policy)
                .header("RateLimit", "\"calls\";r=0;t=60");
        add(program)
                .then()
                .statusCode(429)
                .header("RateLimit-Policy", policy)
                .header("RateLimit", "\"calls\";r=0;t=60");
    }

    @Test
    void who_has_waited_as_told_is_let_in() {
        exhaust(program);

        clock.advance(Duration.ofSeconds(Long.parseLong(add(program).header("Retry-After"))));

        add(program).then().statusCode(200);
    }

    @Test
    void neither_another_application_nor_the_other_environment_waits_for_this_one() {
        exhaust(program);

        add(programs.program(new Scope(company(), Environment.SANDBOX))).then().statusCode(200);
        add(programs.program(new Scope(sandbox.application(), Environment.PRODUCTION)))
                .then()
                .statusCode(200);
        add(program).then().statusCode(429);
    }

    @Test
    void the_limit_comes_before_all_that_can_be_wrong_with_a_call() {
        exhaust(program);

        for (var address : List.of("/payouts/v1/nowhere", "/customers/v1", "/.well-known/jwks.json")) {
            program.call().delete(address).then().statusCode(429);
        }
    }

    @Test
    void who_is_over_the_limit_is_answered_before_the_body_has_come() throws IOException {
        exhaust(program);

        assertThat(answerWithoutBody(program.token())).startsWith("HTTP/1.1 429");
    }

    /** Creating payouts checks the secret in its own transaction, after the call was counted. */
    @Test
    void calls_with_a_replaced_secret_use_up_nothing_of_the_new_one() {
        pay(program).then().statusCode(403);
        var secret = programs.secret(sandbox);

        for (var call = 0; call < 4; call++) {
            pay(program).then().statusCode(401).body("status", is("UNAUTHORIZED"));
        }

        programs.program(sandbox, secret, "api");
    }

    @Test
    void buying_tokens_is_calling_too() {
        var secret = programs.secret(sandbox);
        programs.program(sandbox, secret, "api");
        programs.program(sandbox, secret, "api");

        RestAssured.given()
                .formParam("client_id", sandbox.application().toString())
                .formParam("client_secret", secret)
                .formParam("grant_type", "client_credentials")
                .formParam("scope", "api")
                .post("/oauth2/token")
                .then()
                .statusCode(429)
                .body("error", is("temporarily_unavailable"))
                .header("Retry-After", "20");
    }

    private static Response pay(Program one) {
        return one.call().body("{}").post("/payouts/v1/payment");
    }

    private void exhaust(Program one) {
        add(one);
        add(one);
        add(one).then().statusCode(429);
    }

    private static Response add(Program one) {
        return one.call()
                .body("{\"app_user_id\":\"" + UUID.randomUUID() + "\"}")
                .post("/customers/v1");
    }

    private ApplicationId company() {
        return QuarkusTransaction.requiringNew()
                .call(() -> applications.add("Acme", clock.instant()).id());
    }

    private long customers() {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) entities.createNativeQuery("SELECT count(*) FROM customer")
                                .getSingleResult())
                        .longValue());
    }

    /** Says that a body follows, and sends none of it. */
    private static String answerWithoutBody(String token) throws IOException {
        var host = URI.create(RestAssured.baseURI).getHost();
        try (var socket = new Socket(host, RestAssured.port)) {
            socket.setSoTimeout(20_000);
            var head = "POST /customers/v1 HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + token
                    + "\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var answer = new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII);
            return new BufferedReader(answer).readLine();
        }
    }
}
