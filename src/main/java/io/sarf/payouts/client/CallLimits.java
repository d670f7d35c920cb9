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

/**
 * How many calls an application may make in each of its environments, tokens bought included. Each node counts its own
 * part. Only calls that show a living secret are counted, so nobody uses up what is another's.
 */
@Startup
@Singleton
public class CallLimits {
    private static final int REMEMBERED = 10_000;

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int perMinute;
    private final int quota;
    private final Buckets<Scope> calls;

    /**
     * @param perMinute for an application in one environment, on all nodes together; so many may also come at once
     * @param nodes how many nodes share them
     */
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

    /** What an application may make in one environment, on all nodes together. */
    public int perMinute() {
        return perMinute;
    }

    /** How long the application has to wait before its next call; empty when it may call now. */
    Optional<Duration> waiting(Scope scope) {
        return calls.look(scope);
    }

    /** Counts a call; how long to wait when it is one too many. */
    Optional<Duration> count(Scope scope) {
        return calls.take(scope);
    }

    /**
     * Tells a caller in its answer what it may still do on this node, in the form of draft-ietf-httpapi-ratelimit-headers-10.
     */
    void describe(Scope scope, HttpServerResponse answer) {
        var level = calls.level(scope);
        answer.putHeader("RateLimit-Policy", "\"calls\";q=" + quota + ";w=" + WINDOW.toSeconds());
        answer.putHeader("RateLimit", "\"calls\";r=" + level.tokens() + ";t=" + level.full());
    }
}
