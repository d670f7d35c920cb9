package io.sarf.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider with what OpenID Connect Core and Discovery ask for and nothing else: no end of sessions, no names of
 * sessions, no renewal, no roles. Whoever types an address is believed.
 */
public final class PlainProvider implements AutoCloseable {
    public static final String CLIENT = "sarf";
    public static final String SECRET = "a-secret-of-thirty-two-characters-or-more";

    private final HttpServer server;
    private volatile RsaJsonWebKey key;
    private volatile String name = "Huda Saleh";
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

    public PlainProvider() throws IOException, JoseException {
        key = newKey("one");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, metadata()));
        server.createContext(
                "/keys", exchange -> send(exchange, 200, "application/json", new JsonWebKeySet(key).toJson()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    private static RsaJsonWebKey newKey(String id) throws JoseException {
        var made = RsaJwkGenerator.generateJwk(2048);
        made.setKeyId(id);
        return made;
    }

    /** Signs with another key from now on, and has thrown the old one away. */
    public void rotateKey(String id) throws JoseException {
        key = newKey(id);
    }

    /**
     * What it would send to say that somebody's sessions have ended.
     *
     * @param otherwise claims that are otherwise than they should be; null for one that is missing
     */
    public String logoutToken(String email, Map<String, @Nullable Object> otherwise) {
        var claims = new JwtClaims();
        claims.setIssuer(issuer());
        claims.setAudience(CLIENT);
        claims.setSubject(subject(email));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(2);
        claims.setGeneratedJwtId();
        claims.setClaim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        otherwise.forEach((claim, value) -> {
            if (value == null) {
                claims.unsetClaim(claim);
            } else {
                claims.setClaim(claim, value);
            }
        });
        return signed(claims);
    }

    /** What it says is the name of whoever signs in. */
    public void callThem(String newName) {
        name = newName;
    }

    private static String subject(String email) {
        return email.replaceAll("@.*", "");
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/keys",
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"));
    }

    /** A page that asks who it is, and then the way back with a code. */
    private void authorize(HttpExchange exchange) throws IOException {
        var asked = fields(exchange.getRequestURI().getRawQuery());
        if (!"S256".equals(asked.get("code_challenge_method")) || !asked.containsKey("nonce")) {
            answer(exchange, 400, Map.of("error", "invalid_request"));
        } else if (!asked.containsKey("email")) {
            var hidden = new StringBuilder();
            asked.forEach(
                    (name, value) -> hidden.append("<input type=hidden name='%s' value='%s'>".formatted(name, value)));
            var form = "<form>" + hidden + "<input id=email name=email><button type=submit>Yes</button></form>";
            send(exchange, 200, "text/html", form);
        } else {
            var code = UUID.randomUUID().toString();
            codes.put(code, asked);
            var state = URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8);
            var back = asked.get("redirect_uri") + "?code=" + code + "&state=" + state;
            exchange.getResponseHeaders().set("Location", back);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        }
    }

    /** Each code once, to the client that shows its secret and what the challenge was made of. */
    private void token(HttpExchange exchange) throws IOException {
        var form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var asked = codes.remove(String.valueOf(form.get("code")));
        var client = Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        var known = ("Basic " + client).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!known
                || asked == null
                || !asked.get("redirect_uri").equals(form.get("redirect_uri"))
                || !asked.get("code_challenge").equals(challenge(String.valueOf(form.get("code_verifier"))))) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        var access = UUID.randomUUID().toString();
        answer(
                exchange,
                200,
                Map.of("access_token", access, "token_type", "Bearer", "expires_in", 300, "id_token", idToken(asked)));
    }

    private String idToken(Map<String, String> asked) {
        var claims = new JwtClaims();
        claims.setIssuer(issuer());
        claims.setAudience(CLIENT);
        claims.setSubject(subject(asked.get("email")));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setClaim("nonce", asked.get("nonce"));
        claims.setClaim("email", asked.get("email"));
        claims.setClaim("email_verified", true);
        claims.setClaim("name", name);
        if (asked.containsKey("max_age")) {
            // OpenID Connect Core 3.1.2.1: with a greatest age asked for, it has to say when.
            claims.setClaim("auth_time", NumericDate.now().getValue());
        }
        return signed(claims);
    }

    private String signed(JwtClaims claims) {
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setKey(key.getPrivateKey());
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> fields(String encoded) {
        var fields = new TreeMap<String, String>();
        Arrays.stream(encoded.split("&", -1)).forEach(field -> {
            var parts = field.split("=", 2);
            fields.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8));
        });
        return fields;
    }

    private void answer(HttpExchange exchange, int status, Object body) throws IOException {
        send(exchange, status, "application/json", json.writeValueAsString(body));
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
