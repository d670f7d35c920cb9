package io.sarf.payouts.review;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.authorization.AuthorizationId;
import io.sarf.payouts.authorization.MayAuthorize;
import io.sarf.payouts.authorization.Subject;
import io.sarf.payouts.authorization.Subjects;
import io.sarf.payouts.bank.Verdict;
import io.sarf.payouts.payout.NameMismatches;
import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutEvent;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.payout.PayoutStatus;
import io.sarf.payouts.payout.PayoutTasks;
import io.sarf.payouts.payout.PayoutWords;
import io.sarf.payouts.payout.Payouts;
import io.sarf.payouts.payout.TransitionPayout;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Applies what happens to an authorization to its payouts. */
@ApplicationScoped
class AuthorizedPayouts implements Subjects {
    private final Payouts payouts;
    private final PayoutTasks tasks;
    private final TransitionPayout transition;
    private final NameMismatches names;
    private final BlockedPayouts blocked;
    private final PayoutWords words;
    private final Clock clock;

    AuthorizedPayouts(
            Payouts payouts,
            PayoutTasks tasks,
            TransitionPayout transition,
            NameMismatches names,
            BlockedPayouts blocked,
            PayoutWords words,
            Clock clock) {
        this.payouts = payouts;
        this.tasks = tasks;
        this.transition = transition;
        this.names = names;
        this.blocked = blocked;
        this.words = words;
        this.clock = clock;
    }

    static Subject subject(Payout payout, long revision) {
        return new Subject(
                payout.id().value(),
                revision,
                payout.recipient().payee(),
                payout.recipient().iban(),
                payout.amount(),
                payout.orderAtBank().reference());
    }

    @Override
    public void take(Scope scope, AuthorizationId authorization, List<Subject> subjects, Person by, Instant deadline) {
        var found = locked(scope, shown(subjects));
        all(found, subjects, (payout, shown) -> {
            if (payout.status() != PayoutStatus.AWAITING_AUTHORIZATION
                    || !subject(payout, payout.revision()).equals(shown)) {
                throw new Refused(
                        Subjects.CHANGED,
                        words.messages()
                                .changedMeanwhile(payout.recipient().payee().legal()));
            }
        });
        var mismatched = names.among(scope, found);
        found.stream()
                .filter(payout -> mismatched.contains(payout.id()))
                .findFirst()
                .ifPresent(payout -> {
                    throw new Refused(
                            "NAME_NOT_ACCEPTED",
                            words.messages()
                                    .nameMismatch(payout.recipient().payee().legal()));
                });
        blocked.require(scope, by, MayAuthorize.Way.CODE, found);
        var begun = new PayoutEvent.AuthorizationBegun(authorization);
        found.forEach(payout -> transition.apply(payout, begun, by.actor()));
        tasks.wake(scope, shown(subjects), deadline);
    }

    /** {@link #take} raised each revision by one; any other difference is a change since the payouts were shown. */
    @Override
    public void confirm(
            Scope scope, AuthorizationId authorization, List<Subject> subjects, Person by, Instant deadline) {
        var found = locked(scope, shown(subjects));
        all(found, subjects, (payout, shown) -> {
            if (!takenBy(payout, authorization)
                    || !subject(payout, payout.revision() - 1).equals(shown)) {
                throw new Refused(
                        Subjects.CHANGED,
                        messages()
                                .changedSince(
                                        payout.recipient().payee().legal(),
                                        words.badge(payout.state()).label()));
            }
        });
        blocked.require(scope, by, MayAuthorize.Way.CODE, found);
        tasks.wake(scope, shown(subjects), deadline);
    }

    @Override
    public void awaitCode(Scope scope, AuthorizationId authorization, Collection<UUID> ids, Instant deadline) {
        tasks.wake(scope, ids(own(scope, authorization, ids)), deadline);
    }

    @Override
    public void decided(Scope scope, AuthorizationId authorization, Map<UUID, Verdict> verdicts) {
        locked(scope, verdicts.keySet())
                .forEach(payout -> transition.decided(
                        payout, Objects.requireNonNull(verdicts.get(payout.id().value()))));
        tasks.wake(scope, verdicts.keySet(), clock.instant());
    }

    @Override
    public void lookUp(Scope scope, AuthorizationId authorization, Collection<UUID> ids) {
        var own = own(scope, authorization, ids);
        own.forEach(payout -> payout.checking(clock.instant()));
        tasks.wake(scope, ids(own), clock.instant());
    }

    @Override
    public void release(Scope scope, AuthorizationId authorization, Collection<UUID> ids, String reason) {
        var closed = new PayoutEvent.AuthorizationClosed(reason);
        own(scope, authorization, ids)
                .forEach(payout -> transition.apply(payout, closed, TransitionPayout.bank(payout)));
    }

    private List<Payout> own(Scope scope, AuthorizationId authorization, Collection<UUID> ids) {
        return locked(scope, ids).stream()
                .filter(payout -> takenBy(payout, authorization))
                .toList();
    }

    private List<Payout> locked(Scope scope, Collection<UUID> ids) {
        var payoutIds = ids.stream().map(PayoutId::new).toList();
        tasks.lock(scope, payoutIds);
        return payouts.current(scope, payoutIds);
    }

    private interface Check {
        void of(Payout payout, Subject shown);
    }

    private static void all(List<Payout> found, List<Subject> subjects, Check check) {
        var here = found.stream().collect(Collectors.toMap(payout -> payout.id().value(), Function.identity()));
        for (var shown : subjects) {
            var payout = here.get(shown.id());
            if (payout == null) {
                throw new Missing("payout");
            }
            check.of(payout, shown);
        }
    }

    private static List<UUID> shown(List<Subject> subjects) {
        return subjects.stream().map(Subject::id).toList();
    }

    private static List<UUID> ids(Collection<Payout> payouts) {
        return payouts.stream().map(payout -> payout.id().value()).toList();
    }

    private static boolean takenBy(Payout payout, AuthorizationId authorization) {
        return payout.status() == PayoutStatus.AUTHORIZING
                && authorization.equals(payout.flow().authorization());
    }

    private ReviewMessages messages() {
        return ReviewWords.in(words.language());
    }
}
