package io.sarf.payouts.authorization;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.AuthorizationResult;
import io.sarf.payouts.bank.Bank;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.bank.CompleteAnswer;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The dashboard flow: the subjects are taken and the intent is committed, then the bank is asked, then its answer is
 * recorded. Wherever it stops in between, each subject has a deadline after which its owner asks the bank how it stands.
 */
@ApplicationScoped
public class AuthorizeSubjects {
    /** How long after the intent a missing answer is looked up; longer than any call may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Authorizations authorizations;
    private final MayAuthorize rule;
    private final Connections connections;
    private final Banks banks;
    private final Event<SubjectEvent> events;
    private final Ids ids;
    private final AuthorizationWords words;
    private final Clock clock;

    AuthorizeSubjects(
            Authorizations authorizations,
            MayAuthorize rule,
            Connections connections,
            Banks banks,
            Event<SubjectEvent> events,
            Ids ids,
            AuthorizationWords words,
            Clock clock) {
        this.authorizations = authorizations;
        this.rule = rule;
        this.connections = connections;
        this.banks = banks;
        this.events = events;
        this.ids = ids;
        this.words = words;
        this.clock = clock;
    }

    /**
     * Takes the subjects and asks the bank for a code. Not inside a transaction.
     *
     * @param subjects 1 to 500, all at the same bank
     * @throws Refused when the person may not authorize there, or a subject is not as it was shown
     */
    public AuthorizationId begin(Scope scope, Person person, String bankIdentifier, List<Subject> subjects) {
        if (subjects.isEmpty() || subjects.size() > 500) {
            throw new Refused("NOTHING_SELECTED", words.messages().nothingSelected());
        }
        var connection = rule.require(scope, person, bankIdentifier);
        var bank = bank(connection);
        var id = new AuthorizationId(ids.next());
        QuarkusTransaction.requiringNew().run(() -> take(scope, person, connection, id, subjects));
        var answer = bank.begin(
                connections.credentials(connection),
                subjects.stream().map(Subject::reference).toList());
        QuarkusTransaction.requiringNew().run(() -> recordBegin(scope, person, id, answer));
        return id;
    }

    /** Hands the code to the bank. Not inside a transaction. */
    void complete(Scope scope, Person person, AuthorizationId id, String otp) {
        var authorization = QuarkusTransaction.requiringNew().call(() -> {
            var row = authorizations.require(scope, person, id);
            rule.require(scope, person, row.bank());
            if (row.status() != Authorization.Status.CHALLENGED) {
                throw new Refused("NOT_WAITING", words.messages().notWaiting());
            }
            row.completing();
            return row;
        });
        var connection = connections.require(scope, authorization.connection());
        var answer = bank(connection).complete(connections.credentials(connection), authorization.challenge(), otp);
        QuarkusTransaction.requiringNew().run(() -> recordComplete(scope, person, id, answer));
    }

    private void take(
            Scope scope, Person person, BankConnection connection, AuthorizationId id, List<Subject> subjects) {
        var now = clock.instant();
        var deadline = now.plus(PATIENCE);
        authorizations.add(scope, new Authorization(id, connection, person.id(), now, deadline), subjects);
        subjects.forEach(subject -> events.fire(new SubjectEvent.Taken(
                scope, subject.kind(), subject.id(), subject.version(), id.value(), person.actor(), deadline)));
    }

    private void recordBegin(Scope scope, Person person, AuthorizationId id, BeginAnswer answer) {
        var authorization = authorizations.require(scope, person, id);
        var subjects = authorizations.subjects(scope, id);
        if (answer instanceof BeginAnswer.OtpNeeded needed) {
            authorization.challenged(needed);
            subjects.forEach(subject -> events.fire(new SubjectEvent.Challenged(
                    scope, subject.kind(), subject.subject(), needed.expiresAt().plusSeconds(5))));
        } else if (answer instanceof BeginAnswer.Done done) {
            authorization.done();
            results(scope, subjects, done.results());
        } else if (answer instanceof BeginAnswer.Refused refused) {
            authorization.closed(refused.code().name());
            subjects.forEach(subject -> events.fire(
                    new SubjectEvent.Released(scope, subject.kind(), subject.subject(), refused.message())));
        } else {
            authorization.closed("NO_ANSWER");
            open(scope, subjects);
        }
    }

    private void recordComplete(Scope scope, Person person, AuthorizationId id, CompleteAnswer answer) {
        var authorization = authorizations.require(scope, person, id);
        var subjects = authorizations.subjects(scope, id);
        if (answer instanceof CompleteAnswer.Done done) {
            authorization.done();
            results(scope, subjects, done.results());
        } else if (answer instanceof CompleteAnswer.WrongOtp wrong && wrong.attemptsLeft() > 0) {
            authorization.wrongOtp(wrong.attemptsLeft());
        } else {
            authorization.closed(
                    answer instanceof CompleteAnswer.Closed closed
                            ? closed.code().name()
                            : answer instanceof CompleteAnswer.WrongOtp ? "TOO_MANY_CODES" : "NO_ANSWER");
            open(scope, subjects);
        }
    }

    private void results(
            Scope scope, List<AuthorizationSubject> subjects, Map<OurReference, AuthorizationResult> results) {
        for (var subject : subjects) {
            var result = results.getOrDefault(subject.reference(), new AuthorizationResult.Unknown());
            subject.answered(result);
            events.fire(
                    result instanceof AuthorizationResult.Unknown
                            ? new SubjectEvent.Open(scope, subject.kind(), subject.subject())
                            : new SubjectEvent.Answered(scope, subject.kind(), subject.subject(), result));
        }
    }

    private void open(Scope scope, List<AuthorizationSubject> subjects) {
        subjects.forEach(subject -> {
            subject.answered(new AuthorizationResult.Unknown());
            events.fire(new SubjectEvent.Open(scope, subject.kind(), subject.subject()));
        });
    }

    private Bank bank(BankConnection connection) {
        return banks.find(connection.bank()).orElseThrow(() -> new Missing("bank"));
    }
}
