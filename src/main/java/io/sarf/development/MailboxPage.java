package io.sarf.development;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

final class MailboxPage {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final MailCatcher catcher;
    private final int port;

    MailboxPage(StoredSettings stored, MailCatcher catcher) throws IOException {
        this.catcher = catcher;
        this.port = stored.port("mailbox.port");
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    void start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String host = exchange.getRequestHeaders().getFirst("Host");
            // Against DNS rebinding: a foreign page must not read mails.
            if (host == null || !host.matches("(localhost|127\\.0\\.0\\.1)(:\\d+)?")) {
                send(exchange, 421, "text/plain", "Not the host of this page");
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/" -> send(exchange, 200, "text/html", page(catcher.mails()));
                case "/messages.json" ->
                    send(exchange, 200, "application/json", JSON.writeValueAsString(catcher.mails()));
                default -> send(exchange, 404, "text/plain", "Mails are at /");
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type + "; charset=utf-8");
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String page(List<Mail> mails) {
        StringBuilder list = new StringBuilder();
        for (Mail mail : mails) {
            list.append("<article><h2>").append(escaped(mail.subject())).append("</h2><p class=\"to\">to ");
            list.append(escaped(mail.to()))
                    .append(", ")
                    .append(mail.receivedAt())
                    .append("</p>");
            list.append("<pre>")
                    .append(linked(mail.text()))
                    .append("</pre>")
                    .append(html(mail))
                    .append("</article>");
        }
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>Mails</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <style>
                body { font: 16px/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
                article { border-top: 1px solid #888; padding: 1rem 0; }
                h2 { margin: 0; font-size: 1.1rem; }
                .to { margin: 0; color: #555; }
                pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
                iframe { width: 100%%; height: 24rem; border: 1px solid #888; background: #fff; }
                </style></head><body><h1>Mails</h1>
                <p>%s</p>%s</body></html>
                """.formatted(
                        mails.isEmpty() ? "None yet. Reload to see new ones." : mails.size() + ", newest first.", list);
    }

    /** The HTML part runs no script and loads nothing; links open a new tab. */
    private static String html(Mail mail) {
        if (mail.html().isBlank()) {
            return "";
        }
        String document = "<base target=\"_blank\">" + mail.html();
        return "<details><summary>As HTML</summary><iframe title=\"" + escaped(mail.subject())
                + "\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\" srcdoc=\"" + escaped(document)
                + "\"></iframe></details>";
    }

    private static String linked(String text) {
        var matcher = LINK.matcher(text);
        StringBuilder out = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            String link = escaped(matcher.group());
            out.append(escaped(text.substring(from, matcher.start())));
            out.append("<a href=\"").append(link).append("\" rel=\"noreferrer\">");
            out.append(link).append("</a>");
            from = matcher.end();
        }
        return out.append(escaped(text.substring(from))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
