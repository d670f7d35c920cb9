package io.sarf.payouts.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenRequestTest {
    private static final Map<String, List<String>> FORM = Map.of(
            "client_id", List.of("me"),
            "client_secret", List.of("s3cret"),
            "grant_type", List.of("client_credentials"),
            "scope", List.of("api"));

    @Test
    void the_client_may_stand_in_the_form() {
        assertThat(TokenRequest.of(null, FORM)).isEqualTo(new TokenRequest("me", "s3cret", "api"));
    }

    @Test
    void the_client_may_stand_in_the_header() {
        assertThat(TokenRequest.of(basic("me:s3%2Bcret"), without("client_id", "client_secret")))
                .isEqualTo(new TokenRequest("me", "s3+cret", "api"));
    }

    @Test
    void each_fault_has_the_name_the_standard_gives_it() {
        assertThat(error(null, without("client_secret"))).isEqualTo("401 invalid_client");
        assertThat(error(null, without("grant_type"))).isEqualTo("400 invalid_request");
        assertThat(error(null, without("scope"))).isEqualTo("400 invalid_scope");
        assertThat(error(null, with("grant_type", "password"))).isEqualTo("400 unsupported_grant_type");
        assertThat(error(null, with("scope", "api", "api"))).isEqualTo("400 invalid_request");
        assertThat(error(null, with("client_id", "x".repeat(600)))).isEqualTo("400 invalid_request");
        assertThat(error(basic("me:s3cret"), FORM)).isEqualTo("400 invalid_request");
        assertThat(error("Basic ???", without("client_secret"))).isEqualTo("401 invalid_client");
        assertThat(error(basic("nothing"), without("client_secret"))).isEqualTo("401 invalid_client");
    }

    @Test
    void ten_failures_are_enough_for_one_address() {
        var guesses = new FailedAttempts(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        for (var attempt = 0; attempt < 10; attempt++) {
            guesses.check("me", "192.0.2.1");
            guesses.failed("me", "192.0.2.1");
        }

        var fault = catchThrowableOfType(TokenFault.class, () -> guesses.check("me", "192.0.2.1"));

        assertThat(fault.status()).isEqualTo(429);
        assertThat(fault.headers()).containsEntry("Retry-After", "30");
        guesses.check("me", "192.0.2.2");
        guesses.check("another", "192.0.2.1");
    }

    private static String error(String authorization, Map<String, List<String>> form) {
        var fault = catchThrowableOfType(TokenFault.class, () -> TokenRequest.of(authorization, form));
        return fault.status() + " " + fault.body().get("error");
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, List<String>> with(String name, String... values) {
        var form = new HashMap<>(FORM);
        form.put(name, List.of(values));
        return form;
    }

    private static Map<String, List<String>> without(String... names) {
        var form = new HashMap<>(FORM);
        List.of(names).forEach(form::remove);
        return form;
    }
}
