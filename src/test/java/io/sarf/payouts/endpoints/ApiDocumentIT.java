package io.sarf.payouts.endpoints;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.testing.ApiContract;
import io.sarf.testing.ByHand;
import io.sarf.testing.StackResource;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The document that the product serves. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class ApiDocumentIT {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Test
    void what_is_served_is_what_was_checked_in() throws IOException {
        var served = JSON.readTree(given().get("/openapi.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .asString());
        // The order of fields is the framework's affair.
        var same = Files.exists(ApiContract.FILE)
                && JSON.readTree(Files.readString(ApiContract.FILE)).equals(served);

        if (!same) {
            Files.writeString(ApiContract.FILE, printed(served));
        }
        assertThat(same)
                .as("%s was out of date and is now written anew: look at the difference", ApiContract.FILE)
                .isTrue();
    }

    @Test
    void anybody_may_read_it_in_either_form() {
        given().get("/openapi.yaml").then().statusCode(200).body(containsString("openapi: 3.1.0"));
        given().auth().oauth2("expired").get("/openapi.json").then().statusCode(200);
    }

    private static String printed(JsonNode document) throws IOException {
        var lines = new DefaultIndenter("  ", "\n");
        return JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
                        .writeValueAsString(document)
                + "\n";
    }
}
