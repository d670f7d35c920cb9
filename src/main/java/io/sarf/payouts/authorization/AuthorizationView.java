package io.sarf.payouts.authorization;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.authorization.AuthorizationPages.Code;
import io.sarf.payouts.authorization.AuthorizationPages.Content;
import io.sarf.payouts.authorization.AuthorizationPages.Line;
import io.sarf.payouts.authorization.AuthorizationPages.Progress;
import io.sarf.payouts.authorization.AuthorizationPages.Result;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.money.MoneyText;
import io.sarf.payouts.money.Total;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.web.Moment;
import io.sarf.payouts.web.Shown;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AuthorizationView {
    private final Authorizations authorizations;
    private final AuthorizationWords words;
    private final Frame frame;
    private final Clock clock;

    AuthorizationView(Authorizations authorizations, AuthorizationWords words, Frame frame, Clock clock) {
        this.authorizations = authorizations;
        this.words = words;
        this.frame = frame;
        this.clock = clock;
    }

    /** Reads the authorization once, because the bank answers concurrently and two reads could differ. */
    Content show(Scope scope, Person person, AuthorizationId id, @Nullable String fault) {
        var row = authorizations.require(scope, person, id);
        var subjects = authorizations.subjects(scope, id);
        if (subjects.stream().allMatch(AuthorizationSubject::settled)) {
            return settled(scope, row, subjects, lines(row, subjects));
        }
        return switch (row.status()) {
            case CHALLENGED -> code(scope, row, subjects, fault);
            case COMPLETING -> underway(scope, row, subjects, words().underwayTitle(), words().underwayText());
            case BEGINNING -> unanswered(scope, row, subjects);
            case CLOSED ->
                "NO_ANSWER".equals(row.closedReason())
                        ? unanswered(scope, row, subjects)
                        : closed(scope, row, lines(row, subjects));
            case DONE -> done(scope, row, lines(row, subjects));
        };
    }

    private List<Line> lines(Authorization row, List<AuthorizationSubject> subjects) {
        return subjects.stream()
                .map(subject -> line(subject, row.status() == Authorization.Status.COMPLETING))
                .toList();
    }

    private Result unanswered(Scope scope, Authorization row, List<AuthorizationSubject> subjects) {
        return underway(scope, row, subjects, words().noAnswerTitle(), words().noAnswerText());
    }

    /** The code is at the bank, or its answer is being recorded or was lost. A result follows in each case. */
    private Result underway(
            Scope scope, Authorization row, List<AuthorizationSubject> subjects, String outcome, String text) {
        var done = (int) subjects.stream().filter(AuthorizationSubject::settled).count();
        return new Result(
                scope.path(),
                AuthorizationPages.url(scope, row.id()),
                "info",
                outcome,
                text,
                true,
                new Progress(done, subjects.size()),
                lines(row, subjects));
    }

    private Code code(Scope scope, Authorization row, List<AuthorizationSubject> subjects, @Nullable String fault) {
        return new Code(
                scope.path(),
                AuthorizationPages.url(scope, row.id()),
                lines(row, subjects),
                Total.of(subjects.stream().map(AuthorizationSubject::amount)),
                row.sentTo(),
                Moment.of(row.expiresAt(), frame.lang()),
                Math.max(0, Duration.between(clock.instant(), row.expiresAt()).toSeconds()),
                fault == null && row.wrongBefore() ? wrong(row) : fault);
    }

    private String wrong(Authorization row) {
        var left = row.attemptsLeft();
        return words().wrongCode(left == null ? 0 : left);
    }

    /** Every result is known, from the answer or from a lookup. */
    private Result settled(Scope scope, Authorization row, List<AuthorizationSubject> subjects, List<Line> lines) {
        var words = words();
        if (Authorization.CHANGED.equals(row.closedReason())) {
            return page(scope, row, "warning", words.changedTitle(), words.changedText(), false, lines);
        }
        var nothing = subjects.stream().allMatch(subject -> subject.result() == AuthorizationSubject.Result.RELEASED);
        if (!nothing) {
            return done(scope, row, lines);
        }
        if (Authorization.GIVEN_UP.equals(row.closedReason())) {
            return page(scope, row, "warning", words.givenUpTitle(), words.releasedText(), false, lines);
        }
        var known = row.status() == Authorization.Status.CLOSED && !"NO_ANSWER".equals(row.closedReason());
        return known
                ? closed(scope, row, lines)
                : page(scope, row, "warning", words.closedTitle(), words.releasedText(), false, lines);
    }

    private Result done(Scope scope, Authorization row, List<Line> lines) {
        return page(scope, row, "success", words().doneTitle(), words().doneText(), false, lines);
    }

    private Result closed(Scope scope, Authorization row, List<Line> lines) {
        var words = words();
        return switch (String.valueOf(row.closedReason())) {
            case Authorization.GIVEN_UP ->
                page(scope, row, "warning", words.givenUpTitle(), words.givenUpText(), true, lines);
            case Authorization.CHANGED ->
                page(scope, row, "warning", words.changedTitle(), words.changedText(), true, lines);
            default -> page(scope, row, "warning", words.closedTitle(), closedText(row), false, lines);
        };
    }

    private String closedText(Authorization row) {
        if (ReasonCode.CREDENTIALS_UPDATE_REQUIRED.name().equals(row.closedReason())) {
            return words().expiredText();
        }
        return row.sentTo() == null ? words().refusedText() : words().closedText();
    }

    private static Result page(
            Scope scope, Authorization row, String kind, String outcome, String text, boolean open, List<Line> lines) {
        return new Result(
                scope.path(), AuthorizationPages.url(scope, row.id()), kind, outcome, text, open, null, lines);
    }

    private Line line(AuthorizationSubject subject, boolean sent) {
        var words = words();
        var result = subject.result();
        var kind = result == null
                ? sent ? "waiting" : "neutral"
                : switch (result) {
                    case ACCEPTED, PENDING -> "accepted";
                    case REFUSED, REJECTED -> "failed";
                    case RELEASED -> "neutral";
                    case UNKNOWN -> "checking";
                };
        var label = result == null
                ? sent ? words.sent() : words.none()
                : switch (result) {
                    case ACCEPTED -> words.accepted();
                    case PENDING -> words.pending();
                    case REFUSED -> words.refused();
                    case REJECTED -> words.rejected();
                    case RELEASED -> words.none();
                    case UNKNOWN -> words.unknown();
                };
        return new Line(
                subject.payee(),
                Shown.iban(subject.iban()),
                MoneyText.shown(subject.amount()),
                subject.amount().getCurrencyUnit().getCode(),
                kind,
                label,
                subject.message());
    }

    private AuthorizationMessages words() {
        return words.messages();
    }
}
