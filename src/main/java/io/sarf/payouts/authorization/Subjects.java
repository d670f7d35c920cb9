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
 * The owner of what is authorized. Each method is called inside the transaction that records the same thing here, with the id of
 * the authorization that calls: one that answers late may name subjects that belong to another authorization by then. Where
 * a collection is empty, there is no call.
 */
public interface Subjects {
    /** The code of a refusal because something is not as it was shown. */
    String CHANGED = "CHANGED_MEANWHILE";

    /**
     * They are about to be authorized.
     *
     * @param deadline until which the bank's answer is awaited
     * @throws io.sarf.payouts.platform.Refused when one may not be; then nothing is sent
     */
    void take(Scope scope, AuthorizationId authorization, List<Subject> subjects, Person by, Instant deadline);

    /**
     * The code is about to be sent to the bank, for the subjects as they were shown when they were taken.
     *
     * @param deadline until which the bank's answer is awaited
     * @throws io.sarf.payouts.platform.Refused with {@link #CHANGED} when anything but that has happened to one since; then
     *     nothing is sent
     */
    void confirm(Scope scope, AuthorizationId authorization, List<Subject> subjects, Person by, Instant deadline);

    /** A code is awaited from the person. From {@code deadline} on, the owner asks the bank for their status. */
    void awaitCode(Scope scope, AuthorizationId authorization, Collection<UUID> ids, Instant deadline);

    /** What the bank decided about each, which holds whichever authorization asked. */
    void decided(Scope scope, AuthorizationId authorization, Map<UUID, Verdict> verdicts);

    /** The challenge is over without a result for them: the owner asks the bank for their status. */
    void lookUp(Scope scope, AuthorizationId authorization, Collection<UUID> ids);

    /** Certain that nothing was begun at the bank. */
    void release(Scope scope, AuthorizationId authorization, Collection<UUID> ids, String reason);
}
