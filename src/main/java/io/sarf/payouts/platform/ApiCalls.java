package io.sarf.payouts.platform;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** What holds for every API call before anybody looks at it: its correlation id, one credential, a bounded body. */
@Singleton
class ApiCalls {
    /** Above authentication (200), whose log lines carry the id too. */
    private static final int FIRST = 250;

    /** Below authentication and below the headers of every answer (100), above whatever reads a body. */
    private static final int LIMITED = 90;

    private static final String CORRELATION = "lean-correlation-id";
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private final ApiErrors errors;
    private final Ids ids;
    private final String csrfCookie;

    ApiCalls(
            ApiErrors errors,
            Ids ids,
            @ConfigProperty(name = "quarkus.rest-csrf.cookie-name", defaultValue = "csrf-token") String csrfCookie) {
        this.errors = errors;
        this.ids = ids;
        this.csrfCookie = csrfCookie;
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, FIRST);
        filters.register(this::limit, LIMITED);
    }

    private void enter(RoutingContext context) {
        var path = context.normalizedPath();
        if (!ApiPaths.contains(path)) {
            context.next();
            return;
        }
        var response = context.response();
        var id = correlation(context.request());
        MDC.put("correlation", id);
        response.putHeader(CORRELATION, id);
        // The forgery check hands its cookie to whoever reads anything; programs have no use for it.
        context.addHeadersEndHandler(nothing -> response.removeCookie(csrfCookie, false));
        var fault = fault(context.request(), path);
        if (fault == null) {
            context.next();
        } else {
            errors.end(context, fault);
        }
    }

    /** Who calls too often is told so whatever they ask for. */
    private void limit(RoutingContext context) {
        Object rejected = context.get(ApiCredentials.REJECTED);
        if (rejected instanceof ApiFault fault && fault.code() == ApiCode.RATE_LIMIT_EXCEEDED) {
            errors.end(context, fault);
        } else {
            context.next();
        }
    }

    private String correlation(HttpServerRequest request) {
        var given = request.getHeader(CORRELATION);
        return given != null && SAFE.matcher(given).matches()
                ? given
                : ids.next().toString();
    }

    private static @Nullable ApiFault fault(HttpServerRequest request, String path) {
        if (request.getHeader("lean-app-token") != null && request.getHeader("Authorization") != null) {
            return new ApiFault(
                    ApiCode.INVALID_PARAMETERS, "Either lean-app-token or Authorization is expected, not both");
        }
        // A body that does not say its length is counted while it is read.
        return length(request) > ApiPaths.bodyLimit(path) ? JsonBody.tooLarge(path) : null;
    }

    private static long length(HttpServerRequest request) {
        try {
            var length = request.getHeader("Content-Length");
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException notALength) {
            return 0;
        }
    }
}
