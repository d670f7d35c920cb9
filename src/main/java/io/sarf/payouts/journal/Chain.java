package io.sarf.payouts.journal;

import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Entries sealed in one order, per application and environment; without environment, those of the team. */
public record Chain(ApplicationId application, @Nullable Environment environment) {
    private static final String TEAM = "/team";

    public static Chain of(Scope scope) {
        return new Chain(scope.application(), scope.environment());
    }

    public static Chain team(ApplicationId application) {
        return new Chain(application, null);
    }

    String name() {
        return application
                + (environment == null ? TEAM : "/" + environment.name().toLowerCase(Locale.ROOT));
    }

    /** The opposite of {@link #name}. */
    static Chain named(String chain) {
        return chain.endsWith(TEAM)
                ? team(ApplicationId.fromString(chain.substring(0, chain.length() - TEAM.length())))
                : of(scope(chain));
    }

    static Scope scope(String chain) {
        var slash = chain.indexOf('/');
        return new Scope(
                ApplicationId.fromString(chain.substring(0, slash)),
                Environment.fromString(chain.substring(slash + 1)));
    }
}
