package io.sarf.payouts.authorization;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.AuthorizationResult;
import io.sarf.payouts.journal.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * What happened to a subject, told to its owner inside the transaction that records it. Names the authorization it comes
 * from: one that answers late speaks of a subject that may be in other hands by then.
 */
public sealed interface SubjectEvent {
    Scope scope();

    String kind();

    UUID subject();

    AuthorizationId authorization();

    /** It is about to be authorized; the owner refuses by throwing, and then nothing is sent. */
    record Taken(
            Scope scope,
            String kind,
            UUID subject,
            AuthorizationId authorization,
            long version,
            Actor by,
            Instant deadline)
            implements SubjectEvent {}

    /**
     * A code is awaited from the person, or the bank's answer to one. Until {@code deadline} nobody else may do anything
     * with it; then its owner asks the bank how it stands.
     */
    record Waiting(Scope scope, String kind, UUID subject, AuthorizationId authorization, Instant deadline)
            implements SubjectEvent {}

    /** The bank's word on it, which is true whoever asked. */
    record Answered(Scope scope, String kind, UUID subject, AuthorizationId authorization, AuthorizationResult result)
            implements SubjectEvent {}

    /** The challenge is over without a word on it: ask the bank how it stands. */
    record Open(Scope scope, String kind, UUID subject, AuthorizationId authorization) implements SubjectEvent {}

    /** Certain that nothing was begun at the bank. */
    record Released(Scope scope, String kind, UUID subject, AuthorizationId authorization, String reason)
            implements SubjectEvent {}
}
