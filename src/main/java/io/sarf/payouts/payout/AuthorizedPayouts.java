package io.sarf.payouts.payout;

import io.sarf.payouts.authorization.AuthorizationId;
import io.sarf.payouts.authorization.MayAuthorize;
import io.sarf.payouts.authorization.Subject;
import io.sarf.payouts.authorization.SubjectEvent;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Hears what an authorization says of payouts, inside the transaction that records it. */
@ApplicationScoped
class AuthorizedPayouts {
    static final String KIND = "payout";

    private final Payouts payouts;
    private final PayoutTasks tasks;
    private final MovePayout mover;
    private final HeldNames names;
    private final WithheldPayouts withheld;
    private final PayoutWords words;
    private final Clock clock;

    AuthorizedPayouts(
            Payouts payouts,
            PayoutTasks tasks,
            MovePayout mover,
            HeldNames names,
            WithheldPayouts withheld,
            PayoutWords words,
            Clock clock) {
        this.payouts = payouts;
        this.tasks = tasks;
        this.mover = mover;
        this.names = names;
        this.withheld = withheld;
        this.words = words;
        this.clock = clock;
    }

    /** Subject as the window shows it; the payout's revision is what it was shown with. */
    static Subject subject(Payout payout, long revision) {
        return new Subject(
                KIND,
                payout.id().value(),
                revision,
                payout.payee(),
                payout.recipientIban(),
                payout.amount(),
                payout.reference());
    }

    void hear(@Observes SubjectEvent event) {
        if (!event.kind().equals(KIND) || event.ids().isEmpty()) {
            return;
        }
        var scope = event.scope();
        var ids = event.ids().stream().map(PayoutId::new).toList();
        tasks.lock(scope, ids);
        var found = payouts.current(scope, ids);
        if (event instanceof SubjectEvent.Taken taken) {
            take(found, taken);
            tasks.wake(scope, event.ids(), taken.deadline());
        } else if (event instanceof SubjectEvent.Answered answered) {
            found.forEach(payout -> mover.result(
                    payout,
                    Objects.requireNonNull(answered.results().get(payout.id().value()))));
            tasks.wake(scope, event.ids(), clock.instant());
        } else if (event instanceof SubjectEvent.Confirmed confirmed) {
            confirm(found, confirmed);
            tasks.wake(scope, event.ids(), confirmed.deadline());
        } else {
            hear(
                    found.stream()
                            .filter(payout -> inHandsOf(payout, event.authorization()))
                            .toList(),
                    event);
        }
    }

    /** Only from the authorization that has the payouts in its hands. */
    private void hear(Collection<Payout> held, SubjectEvent event) {
        var ids = held.stream().map(payout -> payout.id().value()).toList();
        if (event instanceof SubjectEvent.Waiting waiting) {
            tasks.wake(event.scope(), ids, waiting.deadline());
        } else if (event instanceof SubjectEvent.Open) {
            held.forEach(payout -> payout.checking(clock.instant()));
            tasks.wake(event.scope(), ids, clock.instant());
        } else if (event instanceof SubjectEvent.Released released) {
            var closed = new PayoutEvent.AuthorizationClosed(released.reason());
            held.forEach(payout -> mover.move(payout, closed, MovePayout.bank(payout)));
        }
    }

    private void take(List<Payout> found, SubjectEvent.Taken taken) {
        var begun = new PayoutEvent.AuthorizationBegun(taken.authorization().value());
        all(found, taken.subjects(), (payout, shown) -> {
            if (payout.status() != PayoutStatus.AWAITING_AUTHORIZATION
                    || !subject(payout, payout.revision()).equals(shown)) {
                throw new Refused(
                        SubjectEvent.CHANGED,
                        words.messages().changedMeanwhile(payout.payee().legal()));
            }
        });
        var held = names.among(taken.scope(), found);
        found.stream().filter(payout -> held.contains(payout.id())).findFirst().ifPresent(payout -> {
            throw new Refused(
                    "NAME_NOT_ACCEPTED",
                    words.messages().nameHeld(payout.payee().legal()));
        });
        withheld.require(taken.scope(), taken.by(), MayAuthorize.Way.CODE, found);
        found.forEach(payout -> mover.move(payout, begun, taken.by().actor()));
    }

    /** Since they were shown they were taken, and nothing else has happened. */
    private void confirm(List<Payout> found, SubjectEvent.Confirmed confirmed) {
        all(found, confirmed.subjects(), (payout, shown) -> {
            if (!inHandsOf(payout, confirmed.authorization())
                    || !subject(payout, payout.revision() - 1).equals(shown)) {
                throw new Refused(
                        SubjectEvent.CHANGED,
                        words.messages()
                                .changedSince(
                                        payout.payee().legal(),
                                        words.badge(payout.standing()).label()));
            }
        });
        withheld.require(confirmed.scope(), confirmed.by(), MayAuthorize.Way.CODE, found);
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

    private static boolean inHandsOf(Payout payout, AuthorizationId window) {
        return payout.status() == PayoutStatus.AUTHORIZING && window.value().equals(payout.authorization());
    }
}
