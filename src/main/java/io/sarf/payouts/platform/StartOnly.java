package io.sarf.payouts.platform;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stops the product right after its start, to archive its classes. */
@ApplicationScoped
final class StartOnly {

    void started(
            @Observes StartupEvent started,
            @ConfigProperty(name = "sarf.start-only", defaultValue = "false") boolean startOnly) {
        if (startOnly) {
            Quarkus.asyncExit();
        }
    }
}
