package io.sarf.payouts.authorization;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.Bank;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.bank.CompleteAnswer;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.Verdict;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.connection.ExpireCredentials;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.team.SignInTooOld;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The dashboard flow: the subjects are taken and the intent is committed, then the bank is asked, then its answer is
 * recorded. Wherever it stops in between, each subject has a deadline after which its owner asks the bank how it stands.
 */
@ApplicationScoped
public class AuthorizeSubjects {
    /** How many can be authorized with one code. */
    public static final int MOST = 500;

    /** How many results are recorded in one transaction. */
    private static final int AT_ONCE = 25;

    private final Authorizations authorizations;
    private final AuthorizationSteps steps;
    private final MayAuthorize rule;
    private final Connections connections;
    private final ExpireCredentials expire;
    private final Banks banks;
    private final BackgroundCalls afterwards;
    private final AuthorizationWords words;

    AuthorizeSubjects(
            Authorizations authorizations,
            AuthorizationSteps steps,
            MayAuthorize rule,
            Connections connections,
            ExpireCredentials expire,
            Banks banks,
            BackgroundCalls afterwards,
            AuthorizationWords words) {
        this.authorizations = authorizations;
        this.steps = steps;
        this.rule = rule;
        this.connections = connections;
        this.expire = expire;
        this.banks = banks;
        this.afterwards = afterwards;
        this.words = words;
    }

    /**
     * Takes the subjects and asks the bank for a code. Not inside a transaction.
     *
     * @param id chosen with the form, so that the form sent twice asks the bank once
     * @param subjects 1 to 500, all at the same bank
     * @throws Refused when the person may not authorize there, or a subject is not as it was shown
     * @throws SignInTooOld when the person has to sign in again before
     */
    public void begin(Scope scope, Person person, AuthorizationId id, String bankIdentifier, List<Subject> subjects) {
        if (subjects.isEmpty() || subjects.size() > MOST) {
            throw new Refused("NOTHING_SELECTED", words.messages().nothingSelected());
        }
        rule.require(scope, person, bankIdentifier, MayAuthorize.Way.CODE, List.of());
        var connection = rule.credentials(scope, person, bankIdentifier);
        var bank = bank(connection);
        if (!steps.take(scope, person, connection, id, subjects)) {
            return;
        }
        var answer = bank.begin(
                connections.credentials(connection),
                subjects.stream().map(Subject::reference).toList());
        if (answer instanceof BeginAnswer.Done done) {
            record(scope, person, id, done.verdicts());
        } else {
            steps.begun(scope, person, id, answer);
        }
        expire.ifRejected(connection, answer);
    }

    /**
     * Commits that the code is handed to the bank, and does it while the person goes on. Not inside a transaction.
     *
     * @throws SignInTooOld when the person has to sign in again before; the bank still waits for the code
     * @throws Refused when no code is awaited, or something is not as it was shown: then the window is closed
     */
    void complete(Scope scope, Person person, AuthorizationId id, String otp) {
        var authorization = confirmed(scope, person, id);
        var connection = connections.require(scope, authorization.connection());
        var challenge = authorization.challenge();
        afterwards.run(() -> {
            var answer = bank(connection).complete(connections.credentials(connection), challenge, otp);
            if (answer instanceof CompleteAnswer.Done done) {
                record(scope, person, id, done.verdicts());
            } else if (answer instanceof CompleteAnswer.WrongOtp wrong && wrong.attemptsLeft() > 0) {
                steps.wrong(scope, person, id, wrong.attemptsLeft());
            } else {
                steps.unanswered(scope, person, id, shown(scope, id), answer);
            }
            expire.ifRejected(connection, answer);
        });
    }

    /** In short transactions, so that nobody who means one of the payouts waits for all, and the first are seen at once. */
    private void record(Scope scope, Person person, AuthorizationId id, Map<OurReference, Verdict> verdicts) {
        var all = shown(scope, id);
        for (var from = 0; from < all.size(); from += AT_ONCE) {
            steps.results(scope, id, all.subList(from, Math.min(all.size(), from + AT_ONCE)), verdicts);
        }
        steps.done(scope, person, id);
    }

    private List<Subject> shown(Scope scope, AuthorizationId id) {
        return authorizations.subjects(scope, id).stream()
                .map(AuthorizationSubject::shown)
                .toList();
    }

    private Authorization confirmed(Scope scope, Person person, AuthorizationId id) {
        try {
            return steps.completing(scope, person, id);
        } catch (Refused refused) {
            if (refused.code().equals(Subjects.CHANGED)) {
                steps.ended(scope, person, id, Authorization.CHANGED);
            }
            throw refused;
        }
    }

    /**
     * The person does not want it any more: no code is handed to the bank, and each subject waits again once the bank
     * says that nothing is under way. Doing it twice changes nothing.
     *
     * @throws Refused when a code is on its way to the bank
     */
    void giveUp(Scope scope, Person person, AuthorizationId id) {
        steps.givenUp(scope, person, id);
    }

    /** Where the person finds the window of this authorization; empty when it is not theirs. */
    @Transactional
    public Optional<String> window(Scope scope, Person person, AuthorizationId id) {
        return authorizations.find(scope, person, id).map(own -> AuthorizationPages.url(scope, own.id()));
    }

    /** What the bank decided about a subject, later than in its answer here or to somebody else; in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void decided(Scope scope, AuthorizationId id, UUID subject, Verdict verdict) {
        authorizations.subject(scope, id, subject).ifPresent(one -> one.decided(verdict));
    }

    /** Certain that this authorization did nothing to a subject; in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void released(Scope scope, AuthorizationId id, UUID subject) {
        authorizations.subject(scope, id, subject).ifPresent(AuthorizationSubject::released);
    }

    private Bank bank(BankConnection connection) {
        return banks.find(connection.bank()).orElseThrow(() -> new Missing("bank"));
    }
}
