package io.sarf.payouts.bank.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sarf.payouts.bank.Credentials;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

final class Bodies {
    private Bodies() {}

    static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ObjectNode signed(Credentials credentials) {
        ObjectNode body = empty();
        body.putObject("credentials").put("user_name", credentials.userName()).put("password", credentials.password());
        return body;
    }

    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }
}
