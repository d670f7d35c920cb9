package io.sarf.payouts.authorization;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.Verdict;
import io.sarf.payouts.team.Person;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Implemented by the owner of the subjects. Each method runs in the transaction that records the same step here, with
 * the id of the calling authorization: a late answer may name subjects that another authorization has taken since.
 * Never called with an empty collection.
 */
public interface Subjects {
    /** Refusal code: a subject changed after it was shown. */
    String CHANGED = "CHANGED_MEANWHILE";

    /** Throws {@link io.sarf.payouts.platform.Refused} if one may not be authorized; nothing is sent then. */
    void take(Scope scope, AuthorizationId authorization, List<Subject> subjects, Person by, Instant deadline);

    /**
     * The code is about to be sent for the subjects as taken.
     *
     * @throws io.sarf.payouts.platform.Refused with {@link #CHANGED} if one changed since; nothing is sent then
     */
    void confirm(Scope scope, AuthorizationId authorization, List<Subject> subjects, Person by, Instant deadline);

    /** The person's code is awaited. After {@code deadline} the owner looks up the status of each subject. */
    void awaitCode(Scope scope, AuthorizationId authorization, Collection<UUID> ids, Instant deadline);

    /** Verdicts are final, whichever authorization caused them. */
    void decided(Scope scope, AuthorizationId authorization, Map<UUID, Verdict> verdicts);

    /** The challenge ended without a result for them: the owner looks up their status. */
    void lookUp(Scope scope, AuthorizationId authorization, Collection<UUID> ids);

    /** Certain that nothing began at the bank. */
    void release(Scope scope, AuthorizationId authorization, Collection<UUID> ids, String reason);
}
