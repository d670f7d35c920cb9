package io.sarf.payouts.authorization;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.Bank;
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

/** The transactions between the calls to the bank. */
@ApplicationScoped
@Retried
@Transactional(Transactional.TxType.REQUIRES_NEW)
class AuthorizationSteps {
    /** Time after the intent at which a missing answer is looked up; longer than any call for one order may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Time after a code's expiry at which the orders are looked up. */
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

    /** Returns false if this id was taken before; the bank has been called then. */
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

    /** Records any answer but results. Subjects that were released meanwhile are not affected. */
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
     * Commits the intent to send a code, for exactly the subjects that were shown. Only one code can be sent. The owner
     * checks the person once the subjects are locked: what was read before may have changed while this waited.
     *
     * @throws io.sarf.payouts.team.SignInTooOld if the person must sign in again first
     * @throws Refused if the person may not, no code is awaited, or with {@link Subjects#CHANGED} by a subject's
     *     owner
     */
    Authorization completing(Scope scope, Person person, AuthorizationId id) {
        var authorization = authorizations.require(scope, person, id);
        var subjects = authorizations.subjects(scope, id);
        if (authorization.status() != Authorization.Status.CHALLENGED
                || subjects.stream().allMatch(AuthorizationSubject::settled)) {
            throw new Refused("NOT_WAITING", words.messages().notWaiting());
        }
        authorization.completing();
        var deadline = clock.instant().plus(PATIENCE).plus(Bank.longerFor(subjects.size()));
        owner.confirm(
                scope, id, subjects.stream().map(AuthorizationSubject::shown).toList(), person, deadline);
        return authorization;
    }

    void wrong(Scope scope, Person person, AuthorizationId id, int attemptsLeft) {
        var authorization = authorizations.require(scope, person, id);
        authorization.wrongOtp(attemptsLeft);
        await(
                scope,
                id,
                authorizations.subjects(scope, id),
                authorization.expiresAt().plus(LATE));
    }

    /** The bank sent no results: each subject is looked up. Calls the owner before it reads, as in {@link #results}. */
    void unanswered(Scope scope, Person person, AuthorizationId id, List<Subject> all, CompleteAnswer answer) {
        owner.lookUp(scope, id, all.stream().map(Subject::id).toList());
        authorizations.require(scope, person, id).closed(why(answer));
        authorizations.subjects(scope, id).stream().forEach(AuthorizationSubject::unanswered);
    }

    /** Does nothing if no code is awaited. */
    void ended(Scope scope, Person person, AuthorizationId id, String reason) {
        var authorization = authorizations.require(scope, person, id);
        if (authorization.status() == Authorization.Status.CHALLENGED) {
            end(scope, authorization, reason);
        }
    }

    /** @throws Refused if a code is on its way to the bank or was sent */
    void givenUp(Scope scope, Person person, AuthorizationId id) {
        var authorization = authorizations.require(scope, person, id);
        switch (authorization.status()) {
            case CHALLENGED -> end(scope, authorization, Authorization.GIVEN_UP);
            case CLOSED -> {}
            case BEGINNING, COMPLETING, DONE ->
                throw new Refused("TOO_LATE", words.messages().tooLateToGiveUp());
        }
    }

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
     * Records results of some subjects. After a crash the owner looks up the rest. The owner is called before anything
     * is read here, so that it locks the subjects first: the bank may report the same orders concurrently. Results the
     * owner has recorded itself stay.
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
