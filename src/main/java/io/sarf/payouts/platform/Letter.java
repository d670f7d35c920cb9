package io.sarf.payouts.platform;

import java.util.List;

/**
 * A mail in plain words, with one thing to do.
 *
 * @param language of the words, for example {@code ar}
 * @param action what the link does
 * @param url absolute
 * @param note what else one should know, in small print
 */
public record Letter(
        String to, String language, String subject, List<String> paragraphs, String action, String url, String note) {
    public String direction() {
        return language.equals("ar") ? "rtl" : "ltr";
    }
}
