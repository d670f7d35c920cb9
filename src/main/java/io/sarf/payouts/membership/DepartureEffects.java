package io.sarf.payouts.membership;

import io.quarkus.arc.All;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.team.AfterDeparture;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

@Singleton
class DepartureEffects {
    private final List<AfterDeparture> features;

    DepartureEffects(@All List<AfterDeparture> features) {
        this.features = features;
    }

    List<String> of(ApplicationId application, UUID person, String language) {
        return features.stream()
                .flatMap(feature -> feature.by(application, person, language).stream())
                .toList();
    }
}
