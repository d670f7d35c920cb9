package io.sarf.payouts.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two of them contradict each other, and each cache follows another one. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CacheControlIT {
    @Inject
    Assets assets;

    @ParameterizedTest
    @CsvSource({
        "/, no-store",
        "/docs, no-store",
        "/dashboard, no-store",
        "/nowhere, no-store",
        "/openapi.json, no-store",
        "/assets/sarf.css, no-store",
        "/payouts/v1/payments, no-store",
        "/.well-known/jwks.json, 'public, max-age=300'",
        "/.well-known/oauth-authorization-server, 'public, max-age=300'",
    })
    void an_answer_says_once_how_long_it_may_be_kept(String path, String kept) {
        var answer = given().redirects().follow(false).get(path);
        assertThat(answer.headers().getValues("Cache-Control")).containsExactly(kept);
    }

    @ParameterizedTest
    @CsvSource({"sarf.css", "sarf.js"})
    void a_file_with_its_fingerprint_is_kept_for_ever(String name) {
        assertThat(given().get(assets.url(name)).headers().getValues("Cache-Control"))
                .containsExactly("public, max-age=31536000, immutable");
    }

    @ParameterizedTest
    @CsvSource({
        "/assets/sarf.css, text/css;charset=UTF-8",
        "/assets/sarf.js, text/javascript;charset=UTF-8",
        "/assets/mark.svg, image/svg+xml;charset=UTF-8",
        "/webjars/htmx.org/2.0.10/dist/htmx.min.js, text/javascript;charset=UTF-8",
    })
    void a_file_is_called_what_it_is_also_for_whoever_asks_for_its_head_only(String path, String type) {
        var file = given().get(path);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.header("Content-Type")).isEqualTo(type);
        assertThat(given().head(path).header("Content-Length")).isEqualTo(file.header("Content-Length"));
    }

    @ParameterizedTest
    @CsvSource({
        "/assets",
        "/assets/",
        "/webjars/htmx.org",
        "/assets/..%2f..%2fapplication.properties",
        "/assets/.hidden.js",
        "/assets/nothing.css"
    })
    void what_is_no_file_is_not_there(String path) {
        assertThat(given().urlEncodingEnabled(false).get(path).statusCode()).isIn(400, 404);
    }
}
