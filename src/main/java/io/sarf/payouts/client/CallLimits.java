package io.sarf.payouts.client;

import io.quarkus.runtime.Startup;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.platform.Buckets;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Each node counts its own share. Only calls with a live secret count, so that no stranger uses up a quota. */
@Startup
@Singleton
public class CallLimits {
    private static final int REMEMBERED = 10_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int perMinute;
    private final int quota;
    private final Buckets<Scope> calls;

    /** @param perMinute calls of an application in one environment, on all nodes together; also the largest burst */
    CallLimits(
            @ConfigProperty(name = "sarf.api.calls-per-minute", defaultValue = "6000") int perMinute,
            @ConfigProperty(name = "sarf.api.nodes", defaultValue = "1") int nodes,
            Clock clock) {
        if (nodes < 1) {
            throw new IllegalArgumentException("sarf.api.nodes is " + nodes + ", and must be 1 or more");
        }
        if (perMinute < nodes) {
            throw new IllegalArgumentException("sarf.api.calls-per-minute is " + perMinute
                    + ", and must leave one call or more to each of the " + nodes + " nodes of sarf.api.nodes");
        }
        this.perMinute = perMinute;
        this.quota = perMinute / nodes;
        this.calls = new Buckets<>(quota, WINDOW, REMEMBERED, clock);
    }

    public int perMinute() {
        return perMinute;
    }

    /** Empty if the next call is allowed now. */
    Optional<Duration> waiting(Scope scope) {
        return calls.look(scope);
    }

    Optional<Duration> count(Scope scope) {
        return calls.take(scope);
    }

    /** For a call that turned out not to be this application's. */
    void giveBack(Scope scope) {
        calls.giveBack(scope);
    }

    /** Adds what remains on this node, as headers of draft-ietf-httpapi-ratelimit-headers-10. */
    void describe(Scope scope, HttpServerResponse answer) {
        var level = calls.level(scope);
        answer.putHeader("RateLimit-Policy", "\"calls\";q=" + quota + ";w=" + WINDOW.toSeconds());
        answer.putHeader("RateLimit", "\"calls\";r=" + level.tokens() + ";t=" + level.full());
    }
}
