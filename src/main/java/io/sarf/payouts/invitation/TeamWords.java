package io.sarf.payouts.invitation;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.platform.Refused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class TeamWords {
    private static final int LISTED = 5;

    private final TeamMessages words;
    private final boolean sent;

    private TeamWords(TeamMessages words, boolean sent) {
        this.words = words;
        this.sent = sent;
    }

    /** @param sent whether this installation sends mail */
    static TeamWords in(String language, boolean sent) {
        return new TeamWords(MessageBundles.get(TeamMessages.class, Localized.Literal.of(language)), sent);
    }

    String of(Invitation.State state) {
        return switch (state) {
            case PENDING -> words.pending();
            case EXPIRED -> words.expired();
            case ACCEPTED -> words.accepted();
            case WITHDRAWN -> words.withdrawn();
        };
    }

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
            case "OWNERS_ONLY" -> words.ownersOnly();
            case "TOO_MANY" -> words.tooMany(Invite.OPEN_MOST);
            case "SENT_TOO_OFTEN" -> words.sentTooOften(Invite.ISSUES_MOST);
            case "USED" -> words.usedMeanwhile();
            case "WITHDRAWN" -> words.withdrawnMeanwhile();
            default -> refused.reason();
        };
    }

    String of(Addresses addresses) {
        return switch (Objects.requireNonNull(addresses.problem())) {
            case NONE_THERE -> words.emailInvalid();
            case NO_ADDRESS -> words.noAddress(listed(addresses.wrong()));
            case TOO_MANY -> words.tooManyAddresses(Addresses.MOST);
        };
    }

    String of(Map<String, Refused> refused) {
        return refused.size() == 1 ? of(refused.values().iterator().next()) : leftOut(refused);
    }

    String invited(List<String> all, Map<String, Refused> refused) {
        var invited = all.stream().filter(one -> !refused.containsKey(one)).toList();
        var said = invited.size() == 1 ? words.invitationSent(invited.get(0)) : words.invitationsSent(invited.size());
        return Stream.of(said, sent ? words.mailOnItsWay() : words.handOver(), leftOut(refused))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String leftOut(Map<String, Refused> refused) {
        var members = who(refused, "ALREADY_MEMBER");
        var invited = who(refused, "ALREADY_INVITED");
        var tooMany = who(refused, "TOO_MANY");
        return Stream.of(
                        members.isEmpty() ? "" : words.membersAlready(members),
                        invited.isEmpty() ? "" : words.invitedAlready(invited),
                        tooMany.isEmpty() ? "" : words.notInvited(tooMany) + " " + words.tooMany(Invite.OPEN_MOST))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String who(Map<String, Refused> refused, String code) {
        return listed(refused.entrySet().stream()
                .filter(one -> one.getValue().code().equals(code))
                .map(Map.Entry::getKey)
                .toList());
    }

    private static String listed(List<String> addresses) {
        var some = String.join(", ", addresses.subList(0, Math.min(LISTED, addresses.size())));
        return addresses.size() > LISTED ? some + " …" : some;
    }

    String sentAgain() {
        return words.invitationSentAgain() + " " + (sent ? words.mailOnItsWay() : words.handOver());
    }

    String withdrawn() {
        return words.invitationWithdrawn();
    }
}
