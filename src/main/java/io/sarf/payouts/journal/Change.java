package io.sarf.payouts.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record Change(
        Chain chain,
        String type,
        Subject subject,
        Actor actor,
        Map<String, @Nullable Object> details,
        @Nullable Announcement announcement) {

    public record Subject(String kind, UUID id, long version) {}

    public static Change of(Chain chain, String type, Subject subject, Actor actor) {
        return new Change(chain, type, subject, actor, Map.of(), null);
    }

    /** The same with one more detail. */
    public Change with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(details);
        more.put(name, value);
        return new Change(chain, type, subject, actor, more, announcement);
    }

    public Change announcing(Announcement event) {
        return new Change(chain, type, subject, actor, details, event);
    }
}
