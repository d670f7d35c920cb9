package io.sarf.payouts.requestlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallLogTest {
    private static final Scope SCOPE = new Scope(new ApplicationId(UUID.randomUUID()), Environment.SANDBOX);

    /** A table on paper. */
    private static final class PaperCalls extends LoggedCalls {
        private final List<LoggedCall> written = new ArrayList<>();
        private final List<Integer> batches = new ArrayList<>();
        private boolean away;

        PaperCalls() {
            super(null, null, null);
        }

        @Override
        void add(List<LoggedCall> calls) {
            if (away) {
                throw new IllegalStateException("away");
            }
            written.addAll(calls);
            batches.add(calls.size());
        }
    }

    private final PaperCalls calls = new PaperCalls();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CallLog log = new CallLog(calls, meters);

    private static ReceivedCall call(String uri, Integer status, String response) {
        return new ReceivedCall(
                UUID.randomUUID(),
                SCOPE,
                Instant.EPOCH,
                12,
                "POST",
                uri,
                status,
                "order-2041",
                ReceivedCall.Part.of("{\"client_secret\":\"hunter2\",\"amount\":5}".getBytes(StandardCharsets.UTF_8)),
                ReceivedCall.Part.of(response.getBytes(StandardCharsets.UTF_8)));
    }

    private void add(int many) {
        for (var i = 0; i < many; i++) {
            log.add(call("/payouts/v1/payment?n=" + i, 200, "{}"));
        }
    }

    private long dropped() {
        return Math.round(meters.get("sarf.request.log.dropped").gauge().value());
    }

    @Test
    void calls_are_written_in_batches_in_the_order_they_came() {
        add(1_201);

        log.write();

        assertThat(calls.batches).containsExactly(500, 500, 201);
        assertThat(calls.written.get(1_200).facts().path()).isEqualTo("/payouts/v1/payment?n=1200");
    }

    @Test
    void what_does_not_fit_is_dropped_and_counted_and_nobody_waits() {
        add(CallLog.ROOM + 3);

        log.write();

        assertThat(dropped()).isEqualTo(3);
        assertThat(calls.written).hasSize(CallLog.ROOM);
    }

    @Test
    void what_could_not_be_written_is_written_the_next_time() {
        add(2);
        calls.away = true;
        assertThatThrownBy(log::write).hasMessage("away");
        add(1);
        calls.away = false;

        log.poll();

        assertThat(calls.written).hasSize(3);
        assertThat(dropped()).isZero();
    }

    @Test
    void a_database_that_is_away_stops_no_later_try() {
        add(1);
        calls.away = true;
        log.poll();
        calls.away = false;

        log.poll();

        assertThat(calls.written).hasSize(1);
    }

    @Test
    void a_call_is_kept_with_the_code_of_its_error_and_without_secrets() {
        log.add(call("/payouts/v1/payment", 400, "{\"status\":\"INVALID_AMOUNT\",\"message\":\"more\"}"));
        log.add(call("/payouts/v1/payment", 200, "{\"status\":\"CREATED\"}"));

        log.write();

        assertThat(calls.written.get(0).facts().code()).isEqualTo("INVALID_AMOUNT");
        assertThat(calls.written.get(0).bodies().request()).contains("amount").doesNotContain("hunter2");
        assertThat(calls.written.get(1).facts().code()).isNull();
    }

    @Test
    void of_a_call_for_a_token_no_body_is_kept() {
        log.add(call("/oauth2/token", 400, "{\"error\":\"invalid_scope\"}"));

        log.write();

        var kept = calls.written.get(0);
        assertThat(kept.bodies()).isEqualTo(new LoggedCall.Bodies(null, null));
        assertThat(kept.facts().code()).isEqualTo("invalid_scope");
    }

    @Test
    void of_a_long_body_only_the_beginning_waits_in_memory() {
        var part = ReceivedCall.Part.of(new byte[1_000_000]);

        assertThat(part.bytes()).hasSize(8_192);
        assertThat(part.whole()).isFalse();
    }
}
