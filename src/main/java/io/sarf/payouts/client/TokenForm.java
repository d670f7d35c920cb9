package io.sarf.payouts.client;

import io.sarf.payouts.api.ApiPaths;
import io.sarf.payouts.api.WireText;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The form that is sent to the token endpoint, read by ourselves: the server's own reader replaces what is not UTF-8, and
 * fails on long values and on methods that bring no form.
 */
final class TokenForm {
    private static final String KEY = TokenForm.class.getName();

    private TokenForm() {}

    /** Reads the body and goes on; fails the call with {@link TokenFault} when it is too long. */
    static void read(RoutingContext call) {
        var request = call.request();
        var body = Buffer.buffer();
        request.exceptionHandler(call::fail);
        request.endHandler(end -> {
            call.put(KEY, body.getBytes());
            call.next();
        });
        request.handler(part -> {
            body.appendBuffer(part);
            if (body.length() > ApiPaths.TOKEN_BODY_MAX) {
                // The rest is let pass unread.
                request.endHandler(null);
                request.handler(rest -> {});
                call.fail(TokenFault.tooLarge());
            }
        });
    }

    /**
     * The fields of what was read, each with all its values.
     *
     * @throws TokenFault when a name or a value is not percent-encoded UTF-8
     */
    static Map<String, List<String>> fields(RoutingContext call) {
        byte[] body = call.get(KEY);
        var fields = new HashMap<String, List<String>>();
        for (var pair : new String(body, StandardCharsets.ISO_8859_1).split("&", -1)) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
                fields.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
            }
        }
        return fields;
    }

    private static String decoded(String encoded) {
        return WireText.formValue(encoded.getBytes(StandardCharsets.ISO_8859_1))
                .orElseThrow(
                        () -> TokenFault.invalidRequest("The form is malformed: percent-encoded UTF-8 is expected"));
    }
}
