package io.sarf.payouts.activity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What somebody looks for among the entries, as the address has it; nothing of it is known to make sense. */
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

    /** A day, as is {@code to}; both belong to the time looked for. */
    @RestQuery
    @Nullable
    String from;

    @RestQuery
    @Nullable
    String to;

    /** What was given, by the name of its field, in the order of the page. */
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

    /** The part of an address that asks for the same, without the question mark; empty for everything. */
    String query() {
        return given().entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
