package io.sarf.development;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;

record Mail(String id, String to, String subject, String text, String html, Instant receivedAt) {

    static Mail of(String id, String to, MimeMessage message, Instant receivedAt) {
        try {
            String subject = message.getSubject();
            return new Mail(
                    id,
                    to,
                    subject == null ? "" : subject,
                    content(message, "text/plain"),
                    content(message, "text/html"),
                    receivedAt);
        } catch (MessagingException | IOException unreadable) {
            return new Mail(id, to, "(unreadable)", unreadable.toString(), "", receivedAt);
        }
    }

    private static String content(Part part, String type) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return "";
        }
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        StringBuilder found = new StringBuilder();
        if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                found.append(content(inner, type));
            }
        }
        return found.toString();
    }
}
