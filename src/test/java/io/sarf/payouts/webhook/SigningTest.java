package io.sarf.payouts.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SigningTest {
    private static final String SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String OLDER = "whsec_ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";
    private static final String TEXT =
            "{\"payload\":{\"id\":\"a5c6b1ca\",\"name\":\"متجر\"},\"type\":\"payment.created\"}";
    private static final byte[] BODY = TEXT.getBytes(StandardCharsets.UTF_8);
    private static final UUID EVENT = UUID.fromString("f0db5a4e-0f3f-7c55-8f6d-3a3d1c2b4e5f");

    @Test
    void lean_signature_is_the_one_that_other_software_computes() {
        assertThat(Signing.lean(SECRET, BODY))
                .isEqualTo("sha512=7af511ed5c221106d78a232b2bd81b4a2e3cfd76018827dd5b8f049722f8d7d3"
                        + "fc07571e8c0a2da43e2d6aef288afe44d9d5f47c659a3b47efa111732384d6a3");
    }

    @Test
    void standard_signature_is_the_one_that_other_software_computes() {
        assertThat(Signing.standard(SECRET, EVENT.toString(), 1669111810, BODY))
                .isEqualTo("v1,++ZdEcYKcLzDZHVYe60x0gCAE1CZ33p496hjkU4ciLE=");
    }

    @Test
    void a_secret_is_shown_with_its_prefix_and_padding() {
        var random = new byte[32];
        for (var i = 0; i < random.length; i++) {
            random[i] = (byte) i;
        }
        assertThat(Signing.secret(random)).isEqualTo(SECRET);
    }

    @Test
    void the_library_of_the_specification_accepts_it() {
        var headers = Signing.headers(
                new Signing.Keys(SECRET, null), EVENT, Clock.systemUTC().instant(), BODY);

        assertThatCode(() -> new Webhook(SECRET).verify(TEXT, lists(headers))).doesNotThrowAnyException();
        assertThatThrownBy(() -> new Webhook(SECRET).verify(TEXT + " ", lists(headers)))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void during_a_rotation_either_secret_verifies_and_lean_signature_keeps_the_old_one() {
        var keys = new Signing.Keys(SECRET, OLDER);
        var headers = Signing.headers(keys, EVENT, Clock.systemUTC().instant(), BODY);

        assertThatCode(() -> new Webhook(SECRET).verify(TEXT, lists(headers))).doesNotThrowAnyException();
        assertThatCode(() -> new Webhook(OLDER).verify(TEXT, lists(headers))).doesNotThrowAnyException();
        assertThat(headers).containsEntry("lean-signature", Signing.lean(OLDER, BODY));
    }

    @Test
    void after_a_rotation_only_the_new_secret_signs() {
        var headers = Signing.headers(new Signing.Keys(SECRET, null), EVENT, Instant.EPOCH, BODY);

        assertThat(headers)
                .containsEntry("lean-signature", Signing.lean(SECRET, BODY))
                .containsEntry("webhook-signature", Signing.standard(SECRET, EVENT.toString(), 0, BODY))
                .containsEntry("webhook-id", EVENT.toString())
                .containsEntry("webhook-timestamp", "0")
                .containsEntry("content-type", "application/json");
    }

    private static Map<String, List<String>> lists(Map<String, String> headers) {
        return headers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
    }
}
