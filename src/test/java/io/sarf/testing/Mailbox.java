package io.sarf.testing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.sarf.development.RunningStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mails that the stack has caught. */
public final class Mailbox {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private final URI messages;

    public Mailbox(RunningStack stack) {
        this.messages = URI.create(stack.get("stack.mailbox.url") + "/messages.json");
    }

    /** One mail as one person received it. */
    public record Message(String id, String to, String subject, String text, String html, Instant receivedAt) {

        /** The links of its plain text, in their order. */
        public List<String> links() {
            return LINK.matcher(text).results().map(MatchResult::group).toList();
        }

        /** What its page says, from top to bottom. */
        public List<String> sentences() {
            return Stream.of(html.substring(html.indexOf("<body")).split("<[^>]+>"))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .map(part -> part.replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&#39;", "'")
                            .replace("&amp;", "&"))
                    .toList();
        }
    }

    /** What an address has received so far, newest first. */
    public List<Message> to(String address) {
        return all().stream()
                .filter(mail -> mail.to().equalsIgnoreCase(address))
                .toList();
    }

    /** The newest mail to an address, waiting until there is one. */
    public Message await(String address) {
        return await(address, "");
    }

    /** The newest mail to an address whose subject contains some words, waiting until there is one. */
    public Message await(String address, String subject) {
        return Eventually.get(
                "mail '" + subject + "' to " + address,
                () -> to(address).stream()
                        .filter(mail -> mail.subject().contains(subject))
                        .findFirst());
    }

    private List<Message> all() {
        try {
            return JSON.readValue(messages.toURL(), new TypeReference<List<Message>>() {});
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }
}
