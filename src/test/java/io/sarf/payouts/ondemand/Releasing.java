package io.sarf.payouts.ondemand;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.journal.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;

/** Releases payouts on demand, for tests of other packages. */
@ApplicationScoped
public class Releasing {
    private final ReleasePayouts release;

    Releasing(ReleasePayouts release) {
        this.release = release;
    }

    /** In the caller's transaction. */
    public void release(Scope scope, UUID authorization, Collection<UUID> payouts, Actor by) {
        release.release(scope, authorization, payouts, by);
    }
}
