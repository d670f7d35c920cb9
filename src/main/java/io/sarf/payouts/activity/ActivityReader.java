package io.sarf.payouts.activity;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.EntryHistory;
import io.sarf.payouts.journal.EntryHistory.Wanted;
import io.sarf.payouts.team.Member;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Members.Known;
import io.sarf.payouts.team.Permission;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@Singleton
class ActivityReader {
    /** Kinds of subjects a Financial Controller sees without {@code ALL_ACTIVITY}. */
    private static final Set<String> OF_PAYOUTS = Stream.of(
                    SubjectKind.PAYOUT,
                    SubjectKind.BULK_PAYMENT,
                    SubjectKind.QUARANTINED_ORDER,
                    SubjectKind.DESTINATION,
                    SubjectKind.CONNECTION,
                    SubjectKind.BANK)
            .map(SubjectKind::id)
            .collect(Collectors.toUnmodifiableSet());

    private final EntryHistory history;
    private final Members members;

    ActivityReader(EntryHistory history, Members members) {
        this.history = history;
        this.members = members;
    }

    /** Empty for all. */
    static Set<String> kinds(Member member) {
        return member.may(Permission.ALL_ACTIVITY) ? Set.of() : OF_PAYOUTS;
    }

    /** The people a member may filter by: all members, and former ones with an entry the member may see. */
    List<Known> people(Scope scope, Member member) {
        var kinds = kinds(member);
        return members.everybody(scope.application()).stream()
                .filter(one -> !one.left() || kinds.isEmpty() || wrote(scope, kinds, one))
                .toList();
    }

    private boolean wrote(Scope scope, Set<String> kinds, Known person) {
        var theirs = new Wanted(kinds, null, null, null, ActivityFilter.whose(person), null, null);
        return history.any(scope, theirs);
    }
}
