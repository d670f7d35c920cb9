package io.sarf.payouts.destination;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Destinations with their earlier revisions. */
public final class DestinationRevisions {
    private final Map<DestinationId, Destination> now;
    private final Map<DestinationId, List<DestinationVersion>> before;

    private DestinationRevisions(
            Map<DestinationId, Destination> now, Map<DestinationId, List<DestinationVersion>> before) {
        this.now = now;
        this.before = before;
    }

    static DestinationRevisions of(Collection<Destination> now, Collection<DestinationVersion> before) {
        return new DestinationRevisions(
                now.stream().collect(Collectors.toMap(Destination::id, one -> one, (one, again) -> one)),
                before.stream().collect(Collectors.groupingBy(DestinationVersion::destination)));
    }

    public Destination of(DestinationId id, long revision) {
        var destination = Objects.requireNonNull(now.get(id));
        return before.getOrDefault(id, List.of()).stream()
                .filter(one -> one.revision() == revision)
                .findFirst()
                .map(destination::as)
                .orElse(destination);
    }
}
