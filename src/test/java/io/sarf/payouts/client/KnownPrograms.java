package io.sarf.payouts.client;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;
import jakarta.enterprise.context.ApplicationScoped;

/** Back ends of a test, each with a secret of its own. */
@ApplicationScoped
public class KnownPrograms {

    /** A back end that holds a token. */
    public record Program(String token) {
        /** The beginning of a call. */
        public RequestSpecification call() {
            return given().header("Authorization", "Bearer " + token).contentType("application/json");
        }

        /** The beginning of a call that counts once. */
        public RequestSpecification call(String key) {
            return call().header("idempotency-key", key);
        }
    }

    private final ClientSecrets secrets;

    KnownPrograms(ClientSecrets secrets) {
        this.secrets = secrets;
    }

    /** With a new secret: tokens the scope's programs had before die. */
    public Program program(Scope scope) {
        return program(scope, secrets.create(scope, Actor.SYSTEM), "api");
    }

    /** @param wanted {@code api} or {@code customer.<id>} */
    public Program program(Scope scope, String secret, String wanted) {
        return new Program(given().formParam("client_id", scope.application().toString())
                .formParam("client_secret", secret)
                .formParam("grant_type", "client_credentials")
                .formParam("scope", wanted)
                .post("/oauth2/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token"));
    }

    public String secret(Scope scope) {
        return secrets.create(scope, Actor.SYSTEM);
    }
}
