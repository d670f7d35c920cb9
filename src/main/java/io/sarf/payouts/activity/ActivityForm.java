package io.sarf.payouts.activity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The filter's fields as sent, not validated. */
class ActivityForm {
    /** A person's id, or a kind of actor. */
    @RestQuery
    @Nullable
    String who;

    @RestQuery
    @Nullable
    String type;

    @RestQuery
    @Nullable
    String kind;

    @RestQuery
    @Nullable
    String subject;

    /** A day, like {@code to}; both are included. */
    @RestQuery
    @Nullable
    String from;

    @RestQuery
    @Nullable
    String to;

    /** In the order of the page. */
    Map<String, String> given() {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("who", who);
        all.put("type", type);
        all.put("kind", kind);
        all.put("subject", subject);
        all.put("from", from);
        all.put("to", to);
        var given = new LinkedHashMap<String, String>();
        all.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                given.put(name, value.strip());
            }
        });
        return given;
    }

    /** Without the question mark; empty for no filter. */
    String query() {
        return given().entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
