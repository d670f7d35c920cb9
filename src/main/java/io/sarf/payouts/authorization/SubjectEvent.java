package io.sarf.payouts.authorization;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.AuthorizationResult;
import io.sarf.payouts.journal.Actor;
import java.time.Instant;
import java.util.UUID;

/** What happened to a subject, told to its owner inside the transaction that records it. */
public sealed interface SubjectEvent {
    Scope scope();

    String kind();

    UUID subject();

    /** It is about to be authorized; the owner refuses by throwing, and then nothing is sent. */
    record Taken(Scope scope, String kind, UUID subject, long version, UUID authorization, Actor by, Instant deadline)
            implements SubjectEvent {}

    /** The bank wants a code; until {@code deadline} nobody else may do anything with it. */
    record Challenged(Scope scope, String kind, UUID subject, Instant deadline) implements SubjectEvent {}

    /** The bank's word on it. */
    record Answered(Scope scope, String kind, UUID subject, AuthorizationResult result) implements SubjectEvent {}

    /** The challenge is over without a word on it: ask the bank how it stands. */
    record Open(Scope scope, String kind, UUID subject) implements SubjectEvent {}

    /** Certain that nothing was begun at the bank. */
    record Released(Scope scope, String kind, UUID subject, String reason) implements SubjectEvent {}
}
