package io.sarf.payouts.destination;

import io.sarf.payouts.application.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
public class PayeeChanges {
    public record Line(String label, String before, String now) {}

    private final Destinations destinations;

    PayeeChanges(Destinations destinations) {
        this.destinations = destinations;
    }

    public List<Line> since(Scope scope, DestinationId id, long revision, String language) {
        var now = destinations.require(scope, id);
        if (now.revision() == revision) {
            return List.of();
        }
        var before = destinations.asOf(scope, id, revision);
        return DestinationWords.in(language).lines(before.details().differences(now.details()));
    }
}
