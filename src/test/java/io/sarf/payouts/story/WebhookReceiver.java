package io.sarf.payouts.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpServer;
import io.sarf.testing.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A client's back end: a real HTTP server that keeps what it is sent and answers 200. */
final class WebhookReceiver implements AutoCloseable {
    /** One delivery, exactly as it came. */
    record Delivery(HttpHeaders headers, byte[] body) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String type() {
            return json().get("type").asText();
        }

        JsonNode payload() {
            return json().get("payload");
        }

        /** With the library other people verify with; throws when it does not verify. */
        void verifyStandard(String secret) throws Exception {
            new Webhook(secret).verify(new String(body, StandardCharsets.UTF_8), headers);
        }

        /** What {@code lean-signature} must be. */
        String leanSignature(String secret) throws GeneralSecurityException {
            var mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
            return "sha512=" + HexFormat.of().formatHex(mac.doFinal(body));
        }
    }

    private final HttpServer server;
    private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();

    WebhookReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = exchange.getRequestBody().readAllBytes();
            deliveries.add(new Delivery(HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true), body));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
    }

    List<Delivery> all() {
        return deliveries;
    }

    Delivery await(String what, Predicate<Delivery> which) {
        return Eventually.get(
                "webhook: " + what, () -> deliveries.stream().filter(which).findFirst());
    }

    Delivery await(String type) {
        return await(type, delivery -> delivery.type().equals(type));
    }

    /** Everything said of one payout, in no particular order. */
    List<Delivery> of(String intent) {
        return deliveries.stream()
                .filter(delivery -> Optional.ofNullable(delivery.payload().get("intent_id"))
                        .filter(id -> id.asText().equals(intent))
                        .isPresent())
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
