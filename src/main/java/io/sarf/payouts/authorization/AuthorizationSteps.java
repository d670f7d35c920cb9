package io.sarf.payouts.authorization;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.AuthorizationResult;
import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.bank.CompleteAnswer;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.platform.Retried;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What is committed between the calls to the bank. Subjects are told in the order of their ids, by all who tell them. */
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
    private final Event<SubjectEvent> events;
    private final AuthorizationWords words;
    private final Clock clock;

    AuthorizationSteps(
            Authorizations authorizations,
            MayAuthorize rule,
            Event<SubjectEvent> events,
            AuthorizationWords words,
            Clock clock) {
        this.authorizations = authorizations;
        this.rule = rule;
        this.events = events;
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
        // Written first: of the same form sent twice at once the second one ends here, and looks again.
        authorizations.add(scope, new Authorization(id, connection, person.id(), now, deadline), subjects);
        subjects.stream()
                .sorted(Comparator.comparing(Subject::id))
                .forEach(subject -> events.fire(new SubjectEvent.Taken(
                        scope, subject.kind(), subject.id(), id, subject.version(), person.actor(), deadline)));
        return true;
    }

    /** What the bank answered to the wish to begin. Subjects that were given back meanwhile do not hear it. */
    void begun(Scope scope, Person person, AuthorizationId id, BeginAnswer answer) {
        var authorization = authorizations.require(scope, person, id);
        var subjects = subjects(scope, id);
        if (answer instanceof BeginAnswer.OtpNeeded needed) {
            authorization.challenged(needed);
            await(scope, subjects, needed.expiresAt().plus(LATE));
        } else if (answer instanceof BeginAnswer.Done done) {
            authorization.done();
            results(scope, subjects, done.results());
        } else if (answer instanceof BeginAnswer.Refused refused) {
            authorization.closed(refused.code().name());
            subjects.forEach(subject -> events.fire(
                    new SubjectEvent.Released(scope, subject.kind(), subject.subject(), id, refused.message())));
        } else {
            authorization.closed("NO_ANSWER");
            open(scope, subjects);
        }
    }

    /**
     * A code is about to be handed to the bank; only one can be. From now on the bank's answer is what is awaited.
     *
     * @throws Refused when no code is awaited
     */
    Authorization completing(Scope scope, Person person, AuthorizationId id) {
        var authorization = authorizations.require(scope, person, id);
        var subjects = subjects(scope, id);
        rule.require(scope, person, authorization.bank());
        if (authorization.status() != Authorization.Status.CHALLENGED
                || subjects.stream().allMatch(AuthorizationSubject::settled)) {
            throw new Refused("NOT_WAITING", words.messages().notWaiting());
        }
        authorization.completing();
        await(scope, subjects, clock.instant().plus(PATIENCE));
        return authorization;
    }

    /** What the bank answered to the code. */
    void completed(Scope scope, Person person, AuthorizationId id, CompleteAnswer answer) {
        var authorization = authorizations.require(scope, person, id);
        var subjects = subjects(scope, id);
        if (answer instanceof CompleteAnswer.Done done) {
            authorization.done();
            results(scope, subjects, done.results());
        } else if (answer instanceof CompleteAnswer.WrongOtp wrong && wrong.attemptsLeft() > 0) {
            authorization.wrongOtp(wrong.attemptsLeft());
            await(scope, subjects, authorization.expiresAt().plus(LATE));
        } else {
            authorization.closed(why(answer));
            open(scope, subjects);
        }
    }

    private static String why(CompleteAnswer answer) {
        if (answer instanceof CompleteAnswer.Closed closed) {
            return closed.code().name();
        } else if (answer instanceof CompleteAnswer.CredentialsExpired) {
            return ReasonCode.CREDENTIALS_UPDATE_REQUIRED.name();
        }
        return answer instanceof CompleteAnswer.WrongOtp ? "TOO_MANY_CODES" : "NO_ANSWER";
    }

    private List<AuthorizationSubject> subjects(Scope scope, AuthorizationId id) {
        return authorizations.subjects(scope, id).stream()
                .sorted(Comparator.comparing(AuthorizationSubject::subject))
                .toList();
    }

    private void await(Scope scope, List<AuthorizationSubject> subjects, Instant deadline) {
        subjects.forEach(subject -> events.fire(
                new SubjectEvent.Waiting(scope, subject.kind(), subject.subject(), subject.authorization(), deadline)));
    }

    private void results(
            Scope scope, List<AuthorizationSubject> subjects, Map<OurReference, AuthorizationResult> results) {
        for (var subject : subjects) {
            var result = results.getOrDefault(subject.reference(), new AuthorizationResult.Unknown());
            subject.answered(result);
            events.fire(
                    result instanceof AuthorizationResult.Unknown
                            ? new SubjectEvent.Open(scope, subject.kind(), subject.subject(), subject.authorization())
                            : new SubjectEvent.Answered(
                                    scope, subject.kind(), subject.subject(), subject.authorization(), result));
        }
    }

    private void open(Scope scope, List<AuthorizationSubject> subjects) {
        subjects.forEach(subject -> {
            subject.answered(new AuthorizationResult.Unknown());
            events.fire(new SubjectEvent.Open(scope, subject.kind(), subject.subject(), subject.authorization()));
        });
    }
}
