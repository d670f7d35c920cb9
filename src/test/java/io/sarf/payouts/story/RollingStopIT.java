package io.sarf.payouts.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.sarf.testing.Eventually;
import io.sarf.testing.StackResource;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A node that stops while others keep running answers every request that it has accepted. */
class RollingStopIT {
    private static final int PATIENCE_MILLIS = 120_000;
    private static final String GOODBYE = "\r\nconnection: close\r\n";
    private static final String BODY = "grant_type=client_credentials&client_id=nobody&client_secret=none&scope=api";

    @Test
    void a_stopped_node_says_first_that_it_is_not_ready_and_still_takes_what_comes() throws Exception {
        try (var product = started("-Dquarkus.shutdown.delay=5S")) {
            product.terminate();
            Eventually.get("readiness that is down", () -> product.healthy() ? Optional.empty() : Optional.of(true));

            assertThat(page(product)).startsWith("HTTP/1.1 200");
            assertThat(product.exit()).isIn(0, 143);
        }
    }

    @Test
    void a_request_under_way_is_answered_before_a_node_ends() throws Exception {
        try (var product = started("-Dquarkus.shutdown.delay=0S");
                var underWay = connected(product)) {
            send(
                    underWay,
                    "POST /oauth2/token HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + BODY.length()
                            + "\r\n\r\n" + BODY.substring(0, 10));
            // What came later has been answered, so this has been read.
            assertThat(page(product)).startsWith("HTTP/1.1 200").doesNotContain(GOODBYE);

            product.terminate();
            Eventually.get("node that asks its clients to leave", () -> left(product));
            send(underWay, BODY.substring(10));

            assertThat(answer(underWay)).startsWith("HTTP/1.1 401").contains("invalid_client");
            assertThat(product.exit()).isIn(0, 143);
        }
    }

    private static Product started(String delay) throws IOException {
        return Product.start(StackResource.stack(), Product.freePort(), delay);
    }

    private static Optional<Boolean> left(Product product) {
        try {
            return page(product).contains(GOODBYE) ? Optional.of(true) : Optional.empty();
        } catch (IOException gone) {
            throw new AssertionError("The node ended before it had answered", gone);
        }
    }

    /** Asked for on a connection that the client would keep. */
    private static String page(Product product) throws IOException {
        try (var socket = connected(product)) {
            send(socket, "GET /assets/mark.svg HTTP/1.1\r\nHost: localhost\r\n\r\n");
            var read = new StringBuilder();
            for (var next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                read.append((char) next);
                if (read.indexOf("</svg>") >= 0) {
                    break;
                }
            }
            return read.toString();
        }
    }

    private static Socket connected(Product product) throws IOException {
        var address = URI.create(product.host());
        var socket = new Socket("127.0.0.1", address.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
