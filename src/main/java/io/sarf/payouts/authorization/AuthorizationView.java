package io.sarf.payouts.authorization;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.authorization.AuthorizationPages.Code;
import io.sarf.payouts.authorization.AuthorizationPages.Content;
import io.sarf.payouts.authorization.AuthorizationPages.Line;
import io.sarf.payouts.authorization.AuthorizationPages.Listed;
import io.sarf.payouts.authorization.AuthorizationPages.Progress;
import io.sarf.payouts.authorization.AuthorizationPages.Result;
import io.sarf.payouts.authorization.AuthorizationPages.ResultCount;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.money.MoneyText;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.web.Moment;
import io.sarf.payouts.web.Shown;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * Reads the authorization once, because the bank answers concurrently and two reads could differ; its subjects after it,
     * and never more of them than the page shows.
     */
    Content show(Scope scope, Person person, AuthorizationId id, @Nullable String fault) {
        var row = authorizations.require(scope, person, id);
        var results = authorizations.results(scope, id);
        var listed = listed(scope, row, results);
        if (results.allSettled()) {
            return settled(scope, row, results, listed);
        }
        return switch (row.status()) {
            case CHALLENGED -> code(scope, row, listed, fault);
            case COMPLETING -> underway(scope, row, results, listed, words().underwayTitle(), words().underwayText());
            case BEGINNING -> unanswered(scope, row, results, listed);
            case CLOSED ->
                "NO_ANSWER".equals(row.closedReason())
                        ? unanswered(scope, row, results, listed)
                        : closed(scope, row, listed);
            case DONE -> done(scope, row, listed);
        };
    }

    private Listed listed(Scope scope, Authorization row, Authorizations.Results results) {
        var sent = row.status() == Authorization.Status.COMPLETING;
        return new Listed(
                authorizations.firstRefusedFirst(scope, row.id(), Listed.MOST).stream()
                        .map(subject -> line(subject, sent))
                        .toList(),
                results.all(),
                results.counts().isEmpty() && !sent ? List.of() : counts(results, sent));
    }

    /** Results that read the same are one. */
    private List<ResultCount> counts(Authorizations.Results results, boolean sent) {
        var counts = new LinkedHashMap<String, ResultCount>();
        results.counts().forEach((result, count) -> add(counts, result, sent, count));
        if (results.none() > 0) {
            add(counts, null, sent, results.none());
        }
        return List.copyOf(counts.values());
    }

    private void add(
            Map<String, ResultCount> counts, AuthorizationSubject.@Nullable Result result, boolean sent, long count) {
        var label = label(result, sent);
        var before = counts.get(label);
        counts.put(label, new ResultCount(kind(result, sent), label, before == null ? count : before.count() + count));
    }

    private Result unanswered(Scope scope, Authorization row, Authorizations.Results results, Listed listed) {
        return underway(scope, row, results, listed, words().noAnswerTitle(), words().noAnswerText());
    }

    /** The code is at the bank, or its answer is being recorded or was lost. A result follows in each case. */
    private Result underway(
            Scope scope,
            Authorization row,
            Authorizations.Results results,
            Listed listed,
            String outcome,
            String text) {
        return new Result(
                scope.path(),
                AuthorizationPages.url(scope, row.id()),
                "info",
                outcome,
                text,
                true,
                new Progress(results.settled(), results.all()),
                listed);
    }

    private Code code(Scope scope, Authorization row, Listed listed, @Nullable String fault) {
        return new Code(
                scope.path(),
                AuthorizationPages.url(scope, row.id()),
                listed,
                authorizations.totals(scope, row.id()),
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
    private Result settled(Scope scope, Authorization row, Authorizations.Results results, Listed listed) {
        var words = words();
        if (Authorization.CHANGED.equals(row.closedReason())) {
            return page(scope, row, "warning", words.changedTitle(), words.changedText(), false, listed);
        }
        if (!results.allReleased()) {
            return done(scope, row, listed);
        }
        if (Authorization.GIVEN_UP.equals(row.closedReason())) {
            return page(scope, row, "warning", words.givenUpTitle(), words.releasedText(), false, listed);
        }
        var known = row.status() == Authorization.Status.CLOSED && !"NO_ANSWER".equals(row.closedReason());
        return known
                ? closed(scope, row, listed)
                : page(scope, row, "warning", words.closedTitle(), words.releasedText(), false, listed);
    }

    private Result done(Scope scope, Authorization row, Listed listed) {
        return page(scope, row, "success", words().doneTitle(), words().doneText(), false, listed);
    }

    private Result closed(Scope scope, Authorization row, Listed listed) {
        var words = words();
        return switch (String.valueOf(row.closedReason())) {
            case Authorization.GIVEN_UP ->
                page(scope, row, "warning", words.givenUpTitle(), words.givenUpText(), true, listed);
            case Authorization.CHANGED ->
                page(scope, row, "warning", words.changedTitle(), words.changedText(), true, listed);
            default -> page(scope, row, "warning", words.closedTitle(), closedText(row), false, listed);
        };
    }

    private String closedText(Authorization row) {
        if (ReasonCode.CREDENTIALS_UPDATE_REQUIRED.name().equals(row.closedReason())) {
            return words().expiredText();
        }
        return row.sentTo() == null ? words().refusedText() : words().closedText();
    }

    private static Result page(
            Scope scope, Authorization row, String kind, String outcome, String text, boolean open, Listed listed) {
        return new Result(
                scope.path(), AuthorizationPages.url(scope, row.id()), kind, outcome, text, open, null, listed);
    }

    private Line line(AuthorizationSubject subject, boolean sent) {
        return new Line(
                subject.payee(),
                Shown.iban(subject.iban()),
                MoneyText.shown(subject.amount()),
                subject.amount().getCurrencyUnit().getCode(),
                kind(subject.result(), sent),
                label(subject.result(), sent),
                subject.message());
    }

    private static String kind(AuthorizationSubject.@Nullable Result result, boolean sent) {
        if (result == null) {
            return sent ? "waiting" : "neutral";
        }
        return switch (result) {
            case ACCEPTED, PENDING -> "accepted";
            case REFUSED, REJECTED -> "failed";
            case RELEASED -> "neutral";
            case UNKNOWN -> "checking";
        };
    }

    private String label(AuthorizationSubject.@Nullable Result result, boolean sent) {
        var words = words();
        if (result == null) {
            return sent ? words.sent() : words.none();
        }
        return switch (result) {
            case ACCEPTED -> words.accepted();
            case PENDING -> words.pending();
            case REFUSED -> words.refused();
            case REJECTED -> words.rejected();
            case RELEASED -> words.none();
            case UNKNOWN -> words.unknown();
        };
    }

    private AuthorizationMessages words() {
        return words.messages();
    }
}
