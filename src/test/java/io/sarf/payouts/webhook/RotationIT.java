package io.sarf.payouts.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.webhook.Receiver.Received;
import io.sarf.payouts.webhook.Webhooks.Known;
import io.sarf.sandboxbank.MovableClock;
import io.sarf.testing.ByHand;
import io.sarf.testing.StackResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which secret signs which header, before, during and after a rotation. */
@QuarkusTest
@TestProfile(ByHand.class)
@QuarkusTestResource(StackResource.class)
class RotationIT {
    @Inject
    Webhooks webhooks;

    @Inject
    Endpoints endpoints;

    @Inject
    Sender sender;

    @Inject
    MovableClock clock;

    private Receiver receiver;
    private Scope scope;
    private Known endpoint;
    private String old;

    @BeforeEach
    void an_endpoint() throws IOException {
        receiver = new Receiver(request -> 200);
        scope = webhooks.company();
        endpoint = webhooks.endpoint(scope, receiver.url("/hook"));
        old = endpoint.secret();
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void the_one_secret_signs_both_headers() {
        assertSigned(sent(), old, old);
    }

    @Test
    void while_the_overlap_lasts_both_sign_and_the_header_that_holds_one_value_keeps_the_old() {
        var fresh = endpoints.rotate(scope, endpoint.id(), Actor.SYSTEM);
        assertThat(fresh).isNotEqualTo(old).startsWith("whsec_");

        assertSigned(sent(), old, fresh, old);
        clock.advance(Duration.ofHours(24).minusMillis(1));
        assertSigned(sent(), old, fresh, old);
    }

    @Test
    void when_the_overlap_is_over_only_the_new_one_signs() {
        var fresh = endpoints.rotate(scope, endpoint.id(), Actor.SYSTEM);

        clock.advance(Duration.ofHours(24));

        assertSigned(sent(), fresh, fresh);
    }

    @Test
    void switch_now_ends_the_overlap_at_once() {
        var fresh = endpoints.rotate(scope, endpoint.id(), Actor.SYSTEM);

        endpoints.endOverlap(scope, endpoint.id(), Actor.SYSTEM);

        assertSigned(sent(), fresh, fresh);
    }

    @Test
    void a_second_rotation_waits_until_the_first_is_over() {
        endpoints.rotate(scope, endpoint.id(), Actor.SYSTEM);

        assertThatThrownBy(() -> endpoints.rotate(scope, endpoint.id(), Actor.SYSTEM))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("OVERLAP"));
        endpoints.endOverlap(scope, endpoint.id(), Actor.SYSTEM);
        var fresh = endpoints.rotate(scope, endpoint.id(), Actor.SYSTEM);
        assertThat(sent().standard()).hasSize(2);
        assertThat(fresh).isNotEqualTo(old);
    }

    private Received sent() {
        webhooks.send(endpoint);
        sender.poll();
        return receiver.await();
    }

    /**
     * @param lean the secret behind {@code lean-signature}
     * @param standard those behind {@code webhook-signature}, in their order
     */
    private void assertSigned(Received request, String lean, String... standard) {
        var body = request.body().getBytes(StandardCharsets.UTF_8);
        assertThat(request.lean()).isEqualTo(Signing.lean(lean, body));
        assertThat(request.standard()).hasSameSizeAs(standard);
        for (var place = 0; place < standard.length; place++) {
            assertThat(request.standard().get(place))
                    .isEqualTo(Signing.standard(
                            standard[place], request.event(), clock.instant().getEpochSecond(), body));
        }
    }
}
