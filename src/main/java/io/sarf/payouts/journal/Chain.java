package io.sarf.payouts.journal;

import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of entries that is sealed in one order: one for each application and environment, and one per application for
 * what belongs to neither environment.
 */
public record Chain(ApplicationId application, @Nullable Environment environment) {
    public static Chain of(Scope scope) {
        return new Chain(scope.application(), scope.environment());
    }

    public static Chain team(ApplicationId application) {
        return new Chain(application, null);
    }

    /** {@code <application>/sandbox}, {@code …/production} or {@code …/team}. */
    String name() {
        return application + "/"
                + (environment == null ? "team" : environment.name().toLowerCase(Locale.ROOT));
    }

    /** Whose chain it is by its {@link #name}; not one of a team. */
    static Scope scope(String chain) {
        var slash = chain.indexOf('/');
        return new Scope(
                ApplicationId.fromString(chain.substring(0, slash)),
                Environment.fromString(chain.substring(slash + 1)));
    }
}
