package io.sarf.sandboxbank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

sealed interface Reply {
    record Answer(int status, ObjectNode body, Duration delay) implements Reply {}

    record Cut() implements Reply {}

    static Reply ok(ObjectNode body) {
        return new Answer(200, body, Duration.ZERO);
    }

    static Reply late(ObjectNode body, Duration delay) {
        return new Answer(200, body, delay);
    }

    static Reply error(int status, String answer, String message) {
        return new Answer(status, Json.object().put("answer", answer).put("message", message), Duration.ZERO);
    }

    static Reply maintenance(String until) {
        return new Answer(503, Json.object().put("answer", "maintenance").put("until", until), Duration.ZERO);
    }
}
