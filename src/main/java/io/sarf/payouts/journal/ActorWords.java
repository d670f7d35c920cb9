package io.sarf.payouts.journal;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.function.UnaryOperator;

public final class ActorWords {
    private final ActorMessages words;

    private ActorWords(ActorMessages words) {
        this.words = words;
    }

    public static ActorWords in(String language) {
        return new ActorWords(MessageBundles.get(ActorMessages.class, Localized.Literal.of(language)));
    }

    /** @param bankName maps a bank's identifier to its display name */
    public String who(Actor actor, UnaryOperator<String> bankName) {
        return actor.kind() == Actor.Kind.BANK ? bankName.apply(actor.id()) : who(actor.kind(), actor.name());
    }

    public String who(Actor.Kind kind, String name) {
        return switch (kind) {
            case PERSON, BANK -> name;
            case API_CLIENT -> words.apiClient();
            case REPRESENTATIVE -> words.representative(name);
            case SYSTEM -> words.system();
        };
    }
}
