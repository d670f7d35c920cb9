package io.sarf.payouts.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiCredentials;
import io.sarf.payouts.api.ApiErrors;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.api.ApiPaths;
import io.sarf.payouts.api.JsonBody;
import io.sarf.payouts.platform.Ids;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Checks every call before its handler; API calls also get a correlation id and a body limit. */
@Singleton
class ApiCalls {
    /** Above authentication (200), whose log lines carry the id too; below the headers of every answer (300). */
    private static final int FIRST = 250;

    /** Below authentication, above all readers of a body. */
    private static final int LIMITED = 90;

    private static final String CORRELATION = "lean-correlation-id";
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Pattern JSON = Pattern.compile("(?i)application/json\\s*(;.*)?");
    private static final Set<HttpMethod> BODILESS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final ApiErrors errors;
    private final ErrorPages pages;
    private final Headers headers;
    private final Ids ids;
    private final String csrfCookie;

    ApiCalls(
            ApiErrors errors,
            ErrorPages pages,
            Headers headers,
            Ids ids,
            @ConfigProperty(name = "quarkus.rest-csrf.cookie-name", defaultValue = "csrf-token") String csrfCookie) {
        this.errors = errors;
        this.pages = pages;
        this.headers = headers;
        this.ids = ids;
        this.csrfCookie = csrfCookie;
    }

    void register(@Observes Filters filters) {
        filters.register(this::enter, FIRST);
        filters.register(this::limit, LIMITED);
    }

    void answerFailures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
    }

    private void enter(RoutingContext context) {
        var api = ApiPaths.contains(context);
        if (api) {
            begin(context);
        }
        var malformed = MalformedCalls.fault(context.request());
        if (malformed != null) {
            refuse(context, malformed);
            return;
        }
        var fault = api ? fault(context.request(), ApiPaths.path(context)) : null;
        if (fault == null) {
            context.next();
        } else {
            errors.end(context, fault);
        }
    }

    private void begin(RoutingContext context) {
        var response = context.response();
        var id = correlation(context.request());
        MDC.put("correlation", id);
        response.putHeader(CORRELATION, id);
        // The CSRF filter sets its cookie on every read; the API does not use it.
        context.addHeadersEndHandler(nothing -> response.removeCookie(csrfCookie, false));
        if (!ApiPaths.token(ApiPaths.path(context))) {
            bodyType(context.request());
        }
    }

    /**
     * Any type but JSON becomes one that no operation reads: the CSRF filter would look for a form, and the router
     * fails on an invalid type.
     */
    private static void bodyType(HttpServerRequest request) {
        var types = request.headers().getAll("Content-Type");
        if (types.isEmpty() || (types.size() == 1 && JSON.matcher(types.get(0)).matches())) {
            return;
        }
        if (BODILESS.contains(request.method())) {
            request.headers().remove("Content-Type");
        } else {
            request.headers().set("Content-Type", MediaType.APPLICATION_OCTET_STREAM);
        }
    }

    /** JSON for programs; a page for people and for calls without a valid Host. */
    private void refuse(RoutingContext context, ApiFault fault) {
        if (ApiPaths.contains(context)) {
            errors.end(context, fault);
        } else {
            pages.end(context, fault.code().status());
        }
    }

    private void failed(RoutingContext context) {
        var api = ApiPaths.contains(context);
        var begun = context.response().headers().contains(CORRELATION);
        var malformed = MalformedCalls.fault(context.request());
        var others = api ? begun && ApiPaths.token(ApiPaths.path(context)) : malformed == null;
        if (others || context.response().headWritten()) {
            context.next();
            return;
        }
        headers.set(context);
        if (api && !begun) {
            begin(context);
        }
        refuse(context, malformed == null ? Faults.of(context.statusCode(), context.failure()) : malformed);
    }

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
        // A body without a length is counted while it is read.
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
