package io.sarf.payouts.profile;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

final class ProfileWords {
    private ProfileWords() {}

    static ProfileMessages in(String language) {
        return MessageBundles.get(ProfileMessages.class, Localized.Literal.of(language));
    }

    static String region(ProfileMessages words, String key) {
        return switch (key) {
            case "Africa" -> words.africa();
            case "America" -> words.america();
            case "Antarctica" -> words.antarctica();
            case "Arctic" -> words.arctic();
            case "Asia" -> words.asia();
            case "Atlantic" -> words.atlantic();
            case "Australia" -> words.australia();
            case "Europe" -> words.europe();
            case "Indian" -> words.indian();
            case "Pacific" -> words.pacific();
            default -> key;
        };
    }
}
