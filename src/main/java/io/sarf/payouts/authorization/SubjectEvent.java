package io.sarf.payouts.authorization;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.AuthorizationResult;
import io.sarf.payouts.team.Person;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What happened to subjects of one kind, told to their owner inside the transaction that records it. Names the authorization
 * it comes from: one that answers late speaks of subjects that may be in other hands by then.
 */
public sealed interface SubjectEvent {
    /** The code of a refusal because something is not as it was shown. */
    String CHANGED = "CHANGED_MEANWHILE";

    Scope scope();

    AuthorizationId authorization();

    String kind();

    /** The ids of the subjects it is about. */
    Collection<UUID> ids();

    /** They are about to be authorized; the owner refuses by throwing, and then nothing is sent. */
    record Taken(
            Scope scope,
            AuthorizationId authorization,
            String kind,
            List<Subject> subjects,
            Person by,
            Instant deadline)
            implements SubjectEvent {
        @Override
        public Collection<UUID> ids() {
            return subjects.stream().map(Subject::id).toList();
        }
    }

    /**
     * The code is about to be handed to the bank, for the subjects as they were shown when they were taken. The owner refuses
     * with {@link #CHANGED} when anything but that has happened to one since, and then nothing is sent. Until
     * {@code deadline} the bank's answer is awaited.
     */
    record Confirmed(
            Scope scope,
            AuthorizationId authorization,
            String kind,
            List<Subject> subjects,
            Person by,
            Instant deadline)
            implements SubjectEvent {
        @Override
        public Collection<UUID> ids() {
            return subjects.stream().map(Subject::id).toList();
        }
    }

    /** A code is awaited from the person. From {@code deadline} on their owner asks the bank how they stand. */
    record Waiting(Scope scope, AuthorizationId authorization, String kind, Collection<UUID> ids, Instant deadline)
            implements SubjectEvent {}

    /** The bank's word on each, which is true whoever asked. */
    record Answered(Scope scope, AuthorizationId authorization, String kind, Map<UUID, AuthorizationResult> results)
            implements SubjectEvent {
        @Override
        public Collection<UUID> ids() {
            return results.keySet();
        }
    }

    /** The challenge is over without a word on them: ask the bank how they stand. */
    record Open(Scope scope, AuthorizationId authorization, String kind, Collection<UUID> ids)
            implements SubjectEvent {}

    /** Certain that nothing was begun at the bank. */
    record Released(Scope scope, AuthorizationId authorization, String kind, Collection<UUID> ids, String reason)
            implements SubjectEvent {}
}
