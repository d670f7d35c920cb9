package io.sarf.payouts.bank.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

sealed interface BankReply {
    record Answer(int status, JsonNode body) implements BankReply {
        boolean is(String answer) {
            return body.path("answer").asText().equals(answer);
        }

        String text(String name) {
            return body.path(name).asText();
        }
    }

    /** Certain: no connection was made, so the call did not arrive. */
    record NeverSent() implements BankReply {}

    /** The call may have arrived and had its effect. */
    record Lost() implements BankReply {}
}
