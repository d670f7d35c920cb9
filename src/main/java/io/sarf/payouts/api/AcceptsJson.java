package io.sarf.payouts.api;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a client that does not accept JSON before the operation runs (RFC 9110, 12.5.1). */
@Singleton
public class AcceptsJson {
    private static final List<String> RANGES = List.of("*/*", "application/*", "application/json");

    private static final Pattern ZERO = Pattern.compile("q=0(\\.0{0,3})?");

    private final CurrentVertxRequest call;

    AcceptsJson(CurrentVertxRequest call) {
        this.call = call;
    }

    @ServerRequestFilter
    void refuse() {
        var current = call.getCurrent();
        if (ApiPaths.contains(current) && !in(current.request().headers().getAll("Accept"))) {
            throw notAcceptable();
        }
    }

    public static ApiFault notAcceptable() {
        return new ApiFault(ApiCode.NOT_ACCEPTABLE, "Answers are application/json, which Accept does not take");
    }

    /** Whether {@code Accept} allows JSON: the most specific matching range decides. */
    public static boolean in(List<String> accept) {
        var exactness = -1;
        var taken = accept.stream().allMatch(String::isBlank);
        for (var range : String.join(",", accept).split(",", -1)) {
            var parts = range.toLowerCase(Locale.ROOT).split(";", -1);
            var covers = RANGES.indexOf(parts[0].strip());
            if (covers > exactness) {
                exactness = covers;
                taken = !refused(parts);
            }
        }
        return taken;
    }

    private static boolean refused(String[] parts) {
        for (var i = 1; i < parts.length; i++) {
            if (ZERO.matcher(parts[i].strip()).matches()) {
                return true;
            }
        }
        return false;
    }
}
