package io.sarf.payouts.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

record NoticeEntry(
        Notice notice, UUID entry, Change.Subject subject, String bank, String by, Instant at, JsonNode details) {
    /** Empty when the entry is no reason for mails, such as an authorization that its own person ended. */
    static Optional<NoticeEntry> of(Journal.Entry entry, ObjectMapper json) {
        var details = read(entry.details(), json);
        return Notice.of(entry.type())
                .filter(notice -> notice != Notice.PERSON_WANTED
                        || details.path("person_wanted").asBoolean())
                .filter(notice -> notice != Notice.PAYOUT_WAITS
                        || !details.path("cancellation_requested").asBoolean())
                .filter(notice -> notice != Notice.ENDPOINT_OFF || entry.actor().kind() == Actor.Kind.SYSTEM)
                .map(notice -> new NoticeEntry(
                        notice,
                        entry.id(),
                        entry.of(),
                        bank(entry.actor(), details),
                        entry.actor().name(),
                        entry.at(),
                        details));
    }

    /** An entry of a payout has the bank as its actor. */
    private static String bank(Actor actor, JsonNode details) {
        return details.path("bank").asText(actor.kind() == Actor.Kind.BANK ? actor.id() : "");
    }

    String detail(String name) {
        return details.path(name).asText();
    }

    /** The two persons of a change of the default authorizer. */
    List<UUID> persons() {
        return Stream.of("person_before", "person")
                .map(this::detail)
                .map(UUID::fromString)
                .toList();
    }

    private static JsonNode read(String details, ObjectMapper json) {
        try {
            return json.readTree(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database keeps JSON only", e);
        }
    }
}
