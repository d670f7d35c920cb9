package io.sarf.payouts.bank.sandbox;

import com.fasterxml.jackson.databind.JsonNode;

/** What came of one call on the line to the bank. */
sealed interface BankReply {
    /** The bank itself answered, in its own words. */
    record Answer(int status, JsonNode body) implements BankReply {
        boolean is(String answer) {
            return body.path("answer").asText().equals(answer);
        }

        String text(String name) {
            return body.path(name).asText();
        }
    }

    /** Certain: no connection came about, so nothing of the call can have arrived. */
    record NeverSent() implements BankReply {}

    /** The call may have arrived and had its effect. */
    record Lost() implements BankReply {}
}
