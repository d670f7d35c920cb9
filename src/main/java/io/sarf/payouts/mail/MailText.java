package io.sarf.payouts.mail;

import java.util.List;

/**
 * A mail in plain words, with something to do.
 *
 * @param language of the words, for example {@code ar}
 * @param note what else one should know, in small print
 */
public record MailText(String to, String language, String subject, List<Part> parts, String note) {
    /**
     * What is said of one thing, and what to do about it.
     *
     * @param action what the link does
     * @param url absolute
     */
    public record Part(List<String> paragraphs, String action, String url) {}

    /** What stands in a header is one line, whatever names were put into it. */
    public MailText {
        subject = subject.replaceAll("\\p{Cntrl}+", " ");
    }

    /** With one thing to do. */
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
