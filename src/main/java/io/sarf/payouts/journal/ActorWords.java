package io.sarf.payouts.journal;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.function.UnaryOperator;

/** Who did something, in the language of a page. */
public final class ActorWords {
    private final ActorMessages words;

    private ActorWords(ActorMessages words) {
        this.words = words;
    }

    /** @param language for example {@code ar} */
    public static ActorWords in(String language) {
        return new ActorWords(MessageBundles.get(ActorMessages.class, Localized.Literal.of(language)));
    }

    /** @param bankName what people call a bank, by its identifier */
    public String who(Actor actor, UnaryOperator<String> bankName) {
        return actor.kind() == Actor.Kind.BANK ? bankName.apply(actor.id()) : who(actor.kind(), actor.name());
    }

    /** The same of an actor that is no bank. */
    public String who(Actor.Kind kind, String name) {
        return switch (kind) {
            case PERSON, BANK -> name;
            case API_CLIENT -> words.apiClient();
            case REPRESENTATIVE -> words.representative(name);
            case SYSTEM -> words.system();
        };
    }
}
