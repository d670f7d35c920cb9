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

/** The server's own reader replaces invalid UTF-8 and fails on long values and on methods without a form. */
final class TokenForm {
    private static final String KEY = TokenForm.class.getName();

    private TokenForm() {}

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
                // Discard the rest.
                request.endHandler(null);
                request.handler(rest -> {});
                call.fail(TokenFault.tooLarge());
            }
        });
    }

    /** @throws TokenFault if a name or a value is not percent-encoded UTF-8 */
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
