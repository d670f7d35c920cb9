package io.sarf.payouts.membership;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.platform.Refused;

final class MembershipWords {
    private MembershipWords() {}

    static MembershipMessages in(String language) {
        return MessageBundles.get(MembershipMessages.class, Localized.Literal.of(language));
    }

    static String of(Refused refused, String language) {
        var words = in(language);
        return switch (refused.code()) {
            case "CHANGED" -> words.changed();
            case "LAST_OWNER" -> words.lastOwner();
            case "OWN_ROLE" -> words.ownRole();
            case "OWNERS_ONLY" -> words.ownersOnly();
            case "SELF" -> words.chooseAnother();
            default -> refused.reason();
        };
    }
}
