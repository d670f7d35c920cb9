package io.sarf.payouts.story;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.sarf.testing.Ibans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The company's back end. */
record Api(String host, String application, String secret) {
    String token() {
        return given().formParam("client_id", application)
                .formParam("client_secret", secret)
                .formParam("grant_type", "client_credentials")
                .formParam("scope", "api")
                .post(host + "/oauth2/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** Everything the client was, or would have been, told; oldest first. */
    List<JsonNode> events() {
        var answer = given().header("Authorization", "Bearer " + token())
                .get(host + "/events/v1?after=0&size=100")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try {
            var events = new ArrayList<JsonNode>();
            new ObjectMapper().readTree(answer).get("data").forEach(events::add);
            return events;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String createDestination() {
        return createDestination(Ibans.fresh());
    }

    String createDestination(String iban) {
        return given().header("Authorization", "Bearer " + token())
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name", "Harbour Logistics LLC",
                        "iban", iban,
                        "address", "Pier 4",
                        "city", "Abu Dhabi",
                        "country", "ARE",
                        "currency_iso_code", "AED"))
                .post(host + "/payouts/v1/payment/destinations")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .extract()
                .path("[0].destination_id");
    }

    String pay(String account, String destination, String amount, boolean automatic) {
        return paid(account, destination, amount, automatic, Map.of())
                .path("payouts_payment_details[0].payment_intent_id");
    }

    /** The whole answer to a call that counts once. */
    Response payOnce(String key, String account, String destination, String amount) {
        return paid(account, destination, amount, false, Map.of("idempotency-key", key));
    }

    private Response paid(
            String account, String destination, String amount, boolean automatic, Map<String, String> headers) {
        var body = """
                {"payment_details":[{"account_id":"%s","currency":"AED","destination_details":[{
                  "payment_destination_id":"%s","amount":%s,"currency":"AED","description":"INV 2041 March",
                  "external_reference":"PO-2041","authorize_payment":%s}]}]}
                """.formatted(account, destination, amount, automatic);
        return given().header("Authorization", "Bearer " + token())
                .headers(headers)
                .contentType(ContentType.JSON)
                .body(body)
                .post(host + "/payouts/v1/payment")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .extract()
                .response();
    }
}
