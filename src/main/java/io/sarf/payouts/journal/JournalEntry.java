package io.sarf.payouts.journal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
class JournalEntry {
    static final String ADDRESS = "address";

    @Id
    private UUID id;

    private String chain;
    private UUID application;
    private @Nullable String environment;
    private String type;
    private String subjectKind;
    private UUID subject;
    private long subjectVersion;
    private String actorKind;
    private String actor;
    private String actorName;

    @Column(columnDefinition = "longtext")
    private String payload;

    private @Nullable String eventType;
    private @Nullable String eventMessage;

    @Column(columnDefinition = "longtext")
    private @Nullable String eventPayload;

    private Instant occurredAt;
    private @Nullable String address;

    @SuppressWarnings("NullAway.Init")
    protected JournalEntry() {}

    JournalEntry(UUID id, Change change, String payload, @Nullable String eventPayload, Instant at) {
        this.id = id;
        this.chain = change.chain().name();
        this.application = change.chain().application().value();
        var half = change.chain().environment();
        this.environment = half == null ? null : half.name();
        this.type = change.type();
        this.subjectKind = change.subject().kind();
        this.subject = change.subject().id();
        this.subjectVersion = change.subject().version();
        this.actorKind = change.actor().kind().name();
        this.actor = change.actor().id();
        this.actorName = change.actor().name();
        this.payload = payload;
        var event = change.announcement();
        this.eventType = event == null ? null : event.type();
        this.eventMessage = event == null ? null : event.message();
        this.eventPayload = eventPayload;
        this.occurredAt = at;
        this.address = change.actor().address();
    }

    Journal.Entry read() {
        var by = new Actor(Actor.Kind.valueOf(actorKind), actor, actorName, address);
        var of = new Change.Subject(subjectKind, subject, subjectVersion);
        return new Journal.Entry(id, type, of, by, payload, environment, eventType, occurredAt);
    }

    /** In table order, as the text the digest covers. Older entries have no address and must retain their digest. */
    Map<String, @Nullable String> columns() {
        Map<String, @Nullable String> columns = new LinkedHashMap<>();
        columns.put("id", id.toString());
        columns.put("chain", chain);
        columns.put("application", application == null ? null : application.toString());
        columns.put("environment", environment);
        columns.put("type", type);
        columns.put("subject_kind", subjectKind);
        columns.put("subject", subject.toString());
        columns.put("subject_version", Long.toString(subjectVersion));
        columns.put("actor_kind", actorKind);
        columns.put("actor", actor);
        columns.put("actor_name", actorName);
        columns.put("payload", payload);
        columns.put("event_type", eventType);
        columns.put("event_message", eventMessage);
        columns.put("event_payload", eventPayload);
        columns.put("occurred_at", occurredAt.toString());
        if (address != null) {
            columns.put(ADDRESS, address);
        }
        return columns;
    }

    UUID id() {
        return id;
    }

    String chain() {
        return chain;
    }

    String type() {
        return type;
    }

    UUID subject() {
        return subject;
    }

    long subjectVersion() {
        return subjectVersion;
    }

    String payload() {
        return payload;
    }

    @Nullable
    String eventType() {
        return eventType;
    }

    @Nullable
    String eventMessage() {
        return eventMessage;
    }

    @Nullable
    String eventPayload() {
        return eventPayload;
    }

    Instant occurredAt() {
        return occurredAt;
    }
}
