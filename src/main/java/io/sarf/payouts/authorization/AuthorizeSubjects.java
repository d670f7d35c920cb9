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
 * Takes the subjects and commits the intent, calls the bank, records its answer. After a stop at any point, each
 * subject has a deadline at which its owner looks up its status.
 */
@ApplicationScoped
public class AuthorizeSubjects {
    public static final int MOST = 5_000;

    /** Results per transaction. */
    private static final int AT_ONCE = 25;

    private final Authorizations authorizations;
    private final AuthorizationSteps steps;
    private final MayAuthorize rule;
    private final Connections connections;
    private final ExpireCredentials expire;
    private final Banks banks;
    private final BackgroundCalls background;
    private final AuthorizationWords words;

    AuthorizeSubjects(
            Authorizations authorizations,
            AuthorizationSteps steps,
            MayAuthorize rule,
            Connections connections,
            ExpireCredentials expire,
            Banks banks,
            BackgroundCalls background,
            AuthorizationWords words) {
        this.authorizations = authorizations;
        this.steps = steps;
        this.rule = rule;
        this.connections = connections;
        this.expire = expire;
        this.banks = banks;
        this.background = background;
        this.words = words;
    }

    /**
     * Takes the subjects and asks the bank for a code. Call outside a transaction.
     *
     * @param id comes with the form, so that submitting it twice calls the bank once
     * @param subjects 1 to {@value #MOST}, all at the same bank
     * @throws Refused if the person may not authorize there, or a subject changed after it was shown
     * @throws SignInTooOld if the person must sign in again first
     */
    public void begin(Scope scope, Person person, AuthorizationId id, String bankIdentifier, List<Subject> subjects) {
        if (subjects.isEmpty() || subjects.size() > MOST) {
            throw new Refused("NOTHING_SELECTED", words.messages().nothingSelected(MOST));
        }
        rule.require(scope, person, bankIdentifier, MayAuthorize.Way.CODE, List.of());
        var connection = rule.credentials(scope, person, bankIdentifier);
        var bank = bank(connection);
        if (!steps.take(scope, person, connection, id, subjects)) {
            return;
        }
        var answer = bank.begin(
                        connections.credentials(connection),
                        subjects.stream().map(Subject::reference).toList())
                .toCompletableFuture()
                .join();
        if (answer instanceof BeginAnswer.Done done) {
            record(scope, person, id, done.verdicts());
        } else {
            steps.begun(scope, person, id, answer);
        }
        expire.ifRejected(connection, answer);
    }

    /**
     * Commits the intent to send the code, then sends it in the background. Call outside a transaction.
     *
     * @throws SignInTooOld if the person must sign in again first; the bank still awaits the code
     * @throws Refused if no code is awaited, or if a subject changed after it was shown, which closes the
     *     authorization
     */
    void complete(Scope scope, Person person, AuthorizationId id, String otp) {
        var authorization = confirmed(scope, person, id);
        var connection = connections.require(scope, authorization.connection());
        var challenge = authorization.challenge();
        background.run(() -> {
            var answer = bank(connection)
                    .complete(
                            connections.credentials(connection),
                            challenge,
                            otp,
                            Math.toIntExact(authorizations.results(scope, id).all()));
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

    /** Short transactions, so that other users of a payout wait only briefly and the first results show at once. */
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
        var bank = authorizations.require(scope, person, id).bank();
        rule.require(scope, person, bank, MayAuthorize.Way.CODE, List.of());
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
     * A subject awaits authorization again once the bank confirms that none is under way. Idempotent. Throws {@link
     * Refused} if a code is on its way to the bank.
     */
    void giveUp(Scope scope, Person person, AuthorizationId id) {
        steps.givenUp(scope, person, id);
    }

    /** URL of the authorization's dialog; empty if it belongs to another person. */
    @Transactional
    public Optional<String> pageOf(Scope scope, Person person, AuthorizationId id) {
        return authorizations.find(scope, person, id).map(own -> AuthorizationPages.url(scope, own.id()));
    }

    /** Records a verdict that arrived later or through another authorization; in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void decided(Scope scope, AuthorizationId id, UUID subject, Verdict verdict) {
        authorizations.subject(scope, id, subject).ifPresent(one -> one.decided(verdict));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void released(Scope scope, AuthorizationId id, UUID subject) {
        authorizations.subject(scope, id, subject).ifPresent(AuthorizationSubject::released);
    }

    private Bank bank(BankConnection connection) {
        return banks.find(connection.bank()).orElseThrow(() -> new Missing("bank"));
    }
}
