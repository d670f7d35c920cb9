package io.sarf.payouts.authorization;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.bank.CompleteAnswer;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.bank.Verdict;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.work.Retried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is committed between the calls to the bank. */
@ApplicationScoped
@Retried
@Transactional(Transactional.TxType.REQUIRES_NEW)
class AuthorizationSteps {
    /** How long after the intent a missing answer is looked up; longer than any call may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How long after a code has expired the bank is asked what became of it. */
    private static final Duration LATE = Duration.ofSeconds(5);

    private final Authorizations authorizations;
    private final MayAuthorize rule;
    private final Subjects owner;
    private final AuthorizationWords words;
    private final Clock clock;

    AuthorizationSteps(
            Authorizations authorizations, MayAuthorize rule, Subjects owner, AuthorizationWords words, Clock clock) {
        this.authorizations = authorizations;
        this.rule = rule;
        this.owner = owner;
        this.words = words;
        this.clock = clock;
    }

    /** Takes the subjects; false when that was done before under this id, and then the bank has been asked. */
    boolean take(Scope scope, Person person, BankConnection connection, AuthorizationId id, List<Subject> subjects) {
        if (authorizations.find(scope, person, id).isPresent()) {
            return false;
        }
        rule.stay(scope, connection);
        var now = clock.instant();
        var deadline = now.plus(PATIENCE);
        authorizations.add(scope, new Authorization(id, connection, person.id(), now, deadline));
        owner.take(scope, id, subjects, person, deadline);
        authorizations.add(scope, id, subjects);
        return true;
    }

    /** What the bank answered to the wish to begin, other than results. Subjects that were given back meanwhile do not hear it. */
    void begun(Scope scope, Person person, AuthorizationId id, BeginAnswer answer) {
        var authorization = authorizations.require(scope, person, id);
        var subjects = authorizations.subjects(scope, id);
        if (answer instanceof BeginAnswer.OtpNeeded needed) {
            authorization.challenged(needed);
            await(scope, id, subjects, needed.expiresAt().plus(LATE));
        } else if (answer instanceof BeginAnswer.Refused refused) {
            authorization.closed(refused.code().name());
            owner.release(scope, id, ids(subjects), refused.message());
        } else {
            end(scope, authorization, "NO_ANSWER");
        }
    }

    /**
     * A code is about to be handed to the bank; only one can be, and only for exactly what was shown. From now on the bank's
     * answer is what is awaited.
     *
     * @throws io.sarf.payouts.team.SignInTooOld when the person has to sign in again before
     * @throws Refused when the person may not, no code is awaited, or with {@link Subjects#CHANGED} by the owner of a subject
     */
    Authorization completing(Scope scope, Person person, AuthorizationId id) {
        var authorization = authorizations.require(scope, person, id);
        var subjects = authorizations.subjects(scope, id);
        rule.require(scope, person, authorization.bank(), MayAuthorize.Way.CODE, List.of());
        if (authorization.status() != Authorization.Status.CHALLENGED
                || subjects.stream().allMatch(AuthorizationSubject::settled)) {
            throw new Refused("NOT_WAITING", words.messages().notWaiting());
        }
        authorization.completing();
        var deadline = clock.instant().plus(PATIENCE);
        owner.confirm(
                scope, id, subjects.stream().map(AuthorizationSubject::shown).toList(), person, deadline);
        return authorization;
    }

    /** The code was wrong, and another one may be tried. */
    void wrong(Scope scope, Person person, AuthorizationId id, int attemptsLeft) {
        var authorization = authorizations.require(scope, person, id);
        authorization.wrongOtp(attemptsLeft);
        await(
                scope,
                id,
                authorizations.subjects(scope, id),
                authorization.expiresAt().plus(LATE));
    }

    /**
     * The bank gave no results for the code, or no answer at all: each of the subjects is asked for. Their owner is called
     * before anything is read here, as in {@link #results}: the bank may be releasing them at this moment.
     */
    void unanswered(Scope scope, Person person, AuthorizationId id, List<Subject> all, CompleteAnswer answer) {
        owner.lookUp(scope, id, all.stream().map(Subject::id).toList());
        authorizations.require(scope, person, id).closed(why(answer));
        authorizations.subjects(scope, id).stream().forEach(AuthorizationSubject::unanswered);
    }

    /** No code is going to be handed to the bank any more; where none is awaited there is nothing to end. */
    void ended(Scope scope, Person person, AuthorizationId id, String reason) {
        var authorization = authorizations.require(scope, person, id);
        if (authorization.status() == Authorization.Status.CHALLENGED) {
            end(scope, authorization, reason);
        }
    }

    /** @throws Refused when a code is on its way to the bank, or has been there */
    void givenUp(Scope scope, Person person, AuthorizationId id) {
        var authorization = authorizations.require(scope, person, id);
        switch (authorization.status()) {
            case CHALLENGED -> end(scope, authorization, Authorization.GIVEN_UP);
            case CLOSED -> {}
            case BEGINNING, COMPLETING, DONE ->
                throw new Refused("TOO_LATE", words.messages().tooLateToGiveUp());
        }
    }

    /** All that the bank answered is recorded. */
    void done(Scope scope, Person person, AuthorizationId id) {
        authorizations.require(scope, person, id).done();
    }

    private static String why(CompleteAnswer answer) {
        if (answer instanceof CompleteAnswer.Closed closed) {
            return closed.code().name();
        } else if (answer instanceof CompleteAnswer.CredentialsExpired) {
            return ReasonCode.CREDENTIALS_UPDATE_REQUIRED.name();
        }
        return answer instanceof CompleteAnswer.WrongOtp ? "TOO_MANY_CODES" : "NO_ANSWER";
    }

    private void await(Scope scope, AuthorizationId id, List<AuthorizationSubject> subjects, Instant deadline) {
        owner.awaitCode(scope, id, ids(subjects), deadline);
    }

    /**
     * What the bank answered for some of the subjects; whoever dies between two calls leaves the rest to be asked for. Their
     * owner is called before anything is read here, so that it reads them as they are once it has locked them: the bank's
     * changes come at the same time, for the same subjects. What the owner has recorded here of its own accord stays.
     */
    void results(Scope scope, AuthorizationId id, List<Subject> some, Map<OurReference, Verdict> verdicts) {
        Map<UUID, Verdict> decided = new HashMap<>();
        for (var subject : some) {
            var verdict = verdicts.get(subject.reference());
            if (verdict != null) {
                decided.put(subject.id(), verdict);
            }
        }
        if (!decided.isEmpty()) {
            owner.decided(scope, id, decided);
        }
        var silent = new ArrayList<AuthorizationSubject>();
        for (var subject : authorizations.subjects(
                scope, id, some.stream().map(Subject::id).toList())) {
            var verdict = decided.get(subject.subject());
            if (verdict == null) {
                silent.add(subject);
            } else if (!subject.settled()) {
                subject.decided(verdict);
            }
        }
        open(scope, id, silent);
    }

    private void end(Scope scope, Authorization authorization, String reason) {
        authorization.closed(reason);
        open(
                scope,
                authorization.id(),
                authorizations.subjects(scope, authorization.id()).stream()
                        .filter(subject -> !subject.settled())
                        .toList());
    }

    private void open(Scope scope, AuthorizationId id, List<AuthorizationSubject> subjects) {
        if (!subjects.isEmpty()) {
            owner.lookUp(scope, id, ids(subjects));
        }
        subjects.forEach(AuthorizationSubject::unanswered);
    }

    private static List<UUID> ids(List<AuthorizationSubject> subjects) {
        return subjects.stream().map(AuthorizationSubject::subject).toList();
    }
}
