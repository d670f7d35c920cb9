package io.sarf.payouts.client;

import io.sarf.payouts.api.WireText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request to the token endpoint (RFC 6749, 4.4.2), with client authentication by header or by form. */
record TokenRequest(String clientId, String clientSecret, String scope) {
    private static final int LONGEST = 512;

    static TokenRequest of(@Nullable String authorization, Map<String, List<String>> form) {
        var basic = authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
        var secret = single(form, "client_secret");
        if (basic && secret != null) {
            throw TokenFault.invalidRequest("Name the client in the header or in the form, not in both");
        }
        var grant = single(form, "grant_type");
        if (grant == null) {
            throw TokenFault.invalidRequest("grant_type is required");
        }
        if (!grant.equals("client_credentials")) {
            throw TokenFault.unsupportedGrant();
        }
        var client = basic && authorization != null
                ? pair(authorization.substring(6).strip())
                : new String[] {text(single(form, "client_id")), text(secret)};
        var scope = single(form, "scope");
        if (scope == null || scope.isBlank()) {
            throw TokenFault.invalidScope();
        }
        return new TokenRequest(client[0], client[1], scope.strip());
    }

    private static String text(@Nullable String field) {
        if (field == null || field.isEmpty()) {
            throw TokenFault.invalidClient(false);
        }
        return field;
    }

    private static String[] pair(String base64) {
        try {
            var decoded =
                    WireText.utf8(Base64.getDecoder().decode(base64)).orElseThrow(() -> TokenFault.invalidClient(true));
            var colon = decoded.indexOf(':');
            if (colon < 1 || decoded.length() > LONGEST) {
                throw TokenFault.invalidClient(true);
            }
            return new String[] {part(decoded.substring(0, colon)), part(decoded.substring(colon + 1))};
        } catch (IllegalArgumentException notBase64) {
            throw TokenFault.invalidClient(true);
        }
    }

    private static String part(String encoded) {
        return WireText.formValue(encoded.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> TokenFault.invalidClient(true));
    }

    private static @Nullable String single(Map<String, List<String>> form, String name) {
        var values = form.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw TokenFault.invalidRequest(name + " is there more than once");
        }
        if (values.isEmpty()) {
            return null;
        }
        if (values.get(0).length() > LONGEST) {
            throw TokenFault.invalidRequest(name + " is too long");
        }
        return values.get(0);
    }
}
