package io.sarf.testing;

import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A call whose bytes a test writes itself, which no client library would send. */
public final class RawCall {
    private static final int PATIENCE_MILLIS = 120_000;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");

    /** @param headers by their names in lower case; where one stands twice, the values with a comma between */
    public record Answer(int status, Map<String, String> headers, String body) {}

    private RawCall() {}

    /**
     * Sends the text as ISO 8859-1, so that each character is one byte, and reads the answer.
     *
     * @param request the whole of it, with {@code Connection: close}
     */
    public static Answer send(String request) throws IOException {
        var product = URI.create(RestAssured.baseURI);
        try (var socket = new Socket(product.getHost(), RestAssured.port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return parsed(read(socket));
        }
    }

    /** Until the answer is whole, or the other side closes. */
    private static byte[] read(Socket socket) throws IOException {
        var read = new ByteArrayOutputStream();
        var part = new byte[8_192];
        try {
            while (!whole(read.toString(StandardCharsets.ISO_8859_1))) {
                var length = socket.getInputStream().read(part);
                if (length < 0) {
                    break;
                }
                read.write(part, 0, length);
            }
        } catch (SocketTimeoutException late) {
            throw new IOException("No end after: " + read.toString(StandardCharsets.ISO_8859_1), late);
        }
        return read.toByteArray();
    }

    private static boolean whole(String answer) {
        var end = answer.indexOf("\r\n\r\n");
        var length = LENGTH.matcher(answer);
        return end >= 0
                && length.find()
                && length.start() < end
                && answer.length() >= end + 4 + Integer.parseInt(length.group(1));
    }

    private static Answer parsed(byte[] bytes) throws IOException {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("Not an answer: " + text);
        }
        var lines = text.substring(0, end).split("\r\n");
        var headers = new TreeMap<String, String>();
        for (var i = 1; i < lines.length; i++) {
            var pair = lines[i].split(":", 2);
            headers.merge(pair[0].toLowerCase(Locale.ROOT), pair[1].strip(), (one, other) -> one + ", " + other);
        }
        var body = text.substring(end + 4);
        var plain = "chunked".equals(headers.get("transfer-encoding")) ? unchunked(body) : body;
        var utf8 = new String(plain.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, utf8);
    }

    private static String unchunked(String body) {
        var whole = new StringBuilder();
        var at = 0;
        while (at < body.length()) {
            var line = body.indexOf("\r\n", at);
            var length = Integer.parseInt(body.substring(at, line).strip(), 16);
            whole.append(body, line + 2, line + 2 + length);
            at = line + 2 + length + 2;
            if (length == 0) {
                break;
            }
        }
        return whole.toString();
    }
}
