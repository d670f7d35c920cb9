package io.sarf.payouts.mail;

import java.util.List;

/** @param note in small print */
public record MailText(String to, String language, String subject, List<Part> parts, String note) {
    /** @param url absolute */
    public record Part(List<String> paragraphs, String action, String url) {}

    /** A header is one line, whatever names it contains. */
    public MailText {
        subject = subject.replaceAll("\\p{Cntrl}+", " ");
    }

    public MailText(
            String to,
            String language,
            String subject,
            List<String> paragraphs,
            String action,
            String url,
            String note) {
        this(to, language, subject, List.of(new Part(paragraphs, action, url)), note);
    }

    public String direction() {
        return language.equals("ar") ? "rtl" : "ltr";
    }
}
