package io.sarf.payouts.invitation;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.platform.Refused;

/** States and refusals in the language of a page. */
final class TeamWords {
    private final TeamMessages words;

    private TeamWords(TeamMessages words) {
        this.words = words;
    }

    static TeamWords in(String language) {
        return new TeamWords(MessageBundles.get(TeamMessages.class, Localized.Literal.of(language)));
    }

    String of(Invitation.State state) {
        return switch (state) {
            case PENDING -> words.pending();
            case EXPIRED -> words.expired();
            case ACCEPTED -> words.accepted();
            case WITHDRAWN -> words.withdrawn();
        };
    }

    /** The colour of a state. */
    static String kind(Invitation.State state) {
        return switch (state) {
            case PENDING -> "waiting";
            case EXPIRED -> "failed";
            case ACCEPTED -> "done";
            case WITHDRAWN -> "neutral";
        };
    }

    String of(Refused refused) {
        return switch (refused.code()) {
            case "ALREADY_MEMBER" -> words.alreadyMember();
            case "ALREADY_INVITED" -> words.alreadyInvited();
            case "OWN_ROLE" -> words.ownRole();
            case "OWNERS_ONLY" -> words.ownersOnly();
            case "USED" -> words.usedMeanwhile();
            case "WITHDRAWN" -> words.withdrawnMeanwhile();
            default -> refused.reason();
        };
    }

    String emailInvalid() {
        return words.emailInvalid();
    }

    String invited(String email) {
        return words.invitationSent(email);
    }

    String sentAgain() {
        return words.invitationSentAgain();
    }

    String withdrawn() {
        return words.invitationWithdrawn();
    }
}
