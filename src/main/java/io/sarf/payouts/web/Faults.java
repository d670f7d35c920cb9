package io.sarf.payouts.web;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.sarf.payouts.api.AcceptsJson;
import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiCredentials;
import io.sarf.payouts.api.ApiErrors;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.api.ApiPaths;
import io.sarf.payouts.api.Unforeseen;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.work.Collisions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

@Singleton
class Faults {
    private static final int UNPROCESSABLE = 422;

    private final ApiErrors programs;
    private final ErrorPages people;
    private final ForbiddenPage forbiddenPage;

    Faults(ApiErrors programs, ErrorPages people, ForbiddenPage forbiddenPage) {
        this.programs = programs;
        this.people = people;
        this.forbiddenPage = forbiddenPage;
    }

    @ServerExceptionMapper
    Response fault(ApiFault fault, RoutingContext request) {
        return answer(request, fault);
    }

    @ServerExceptionMapper
    Response missing(Missing missing, RoutingContext request) {
        return answer(request, new ApiFault(ApiCode.DATA_NOT_FOUND, String.valueOf(missing.getMessage())));
    }

    @ServerExceptionMapper
    Response refused(Refused refused, RoutingContext request) {
        if (!api(request)) {
            return people.answer(UNPROCESSABLE);
        }
        var code = ApiCode.named(refused.code()).orElse(ApiCode.INVALID_PARAMETERS);
        return programs.answer(new ApiFault(code, refused.reason()));
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException forbidden, RoutingContext request, ResourceInfo endpoint) {
        return api(request)
                ? programs.answer(new ApiFault(
                        ApiCode.INCORRECT_ACCESS_LEVEL, "The token does not carry the scope this operation needs"))
                : forbiddenPage.answer(endpoint, request.normalizedPath());
    }

    @ServerExceptionMapper
    Uni<Response> unauthorized(UnauthorizedException unauthorized, RoutingContext request) {
        if (!api(request)) {
            return people.signIn(request);
        }
        Throwable rejected = request.get(ApiCredentials.REJECTED);
        if (rejected == null) {
            return Uni.createFrom()
                    .item(programs.answer(
                            new ApiFault(ApiCode.UNAUTHORIZED, "Authorization: Bearer <token> expected")));
        }
        var fault = Unforeseen.fault(rejected);
        var answer = programs.answer(fault);
        if (fault.code() == ApiCode.UNAUTHORIZED) {
            answer.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        }
        return Uni.createFrom().item(answer);
    }

    @ServerExceptionMapper
    Response unmatched(NotFoundException notFound, RoutingContext request) {
        if (!api(request)) {
            return people.answer(Response.Status.NOT_FOUND.getStatusCode());
        }
        // With a cause, the path matched and a parameter could not be read.
        return programs.answer(
                notFound.getCause() == null
                        ? new ApiFault(ApiCode.INVALID_URL, "There is nothing at this address")
                        : new ApiFault(ApiCode.INVALID_PARAMETERS, "A parameter of the address is malformed"));
    }

    @ServerExceptionMapper
    Response other(WebApplicationException thrown, RoutingContext request) {
        var given = thrown.getResponse();
        if (!api(request)) {
            return given.hasEntity() || given.getStatus() < 400 ? given : bare(given.getStatus(), request);
        }
        return programs.answer(of(given.getStatus(), thrown));
    }

    static ApiFault of(int status, @Nullable Throwable thrown) {
        return switch (status) {
            case 401 -> new ApiFault(ApiCode.UNAUTHORIZED, "Authorization: Bearer <token> expected");
            case 404 -> new ApiFault(ApiCode.INVALID_URL, "There is nothing at this address");
            case 405 -> new ApiFault(ApiCode.INVALID_HTTP_METHOD, "The address does not take this method");
            case 406 -> AcceptsJson.notAcceptable();
            case 413 -> new ApiFault(ApiCode.PAYLOAD_TOO_LARGE, "The body is too large");
            case 415 -> new ApiFault(ApiCode.UNSUPPORTED_MEDIA_TYPE, "application/json expected");
            default ->
                status >= 400 && status < 500
                        ? new ApiFault(ApiCode.INVALID_PARAMETERS, "The request could not be read")
                        : Unforeseen.fault(thrown == null ? new IllegalStateException("Status " + status) : thrown);
        };
    }

    @ServerExceptionMapper
    Response unforeseen(Throwable thrown, RoutingContext request) {
        if (tooManyFields(thrown)) {
            return answer(request, new ApiFault(ApiCode.PAYLOAD_TOO_LARGE, "The form has too many fields"));
        }
        if (api(request)) {
            return programs.answer(Unforeseen.fault(thrown));
        }
        if (Unforeseen.passes(thrown)) {
            return people.answer(Response.Status.SERVICE_UNAVAILABLE.getStatusCode());
        }
        // A form sent the id of another row: the unique key refuses it, and the page says to start again.
        if (Collisions.keyTaken(thrown)) {
            return people.answer(Response.Status.CONFLICT.getStatusCode());
        }
        return people.failed(thrown);
    }

    /** A form has a thousand fields at most, whatever is configured (RESTEasy Reactive 3.33.2, {@code FormData.add}). */
    private static boolean tooManyFields(Throwable thrown) {
        return thrown.getClass() == RuntimeException.class
                && String.valueOf(thrown.getMessage()).startsWith("Param limit of ");
    }

    /** A GET of a path that takes only forms, after going back or reloading, shows the page the form belongs to. */
    private Response bare(int status, RoutingContext request) {
        var path = request.normalizedPath();
        if (status == 405 && request.request().method().equals(HttpMethod.GET)) {
            try {
                return Flash.silent(path.substring(0, Math.max(1, path.lastIndexOf('/'))));
            } catch (IllegalArgumentException noAddress) {
                return people.answer(status);
            }
        }
        return people.answer(status);
    }

    private Response answer(RoutingContext request, ApiFault fault) {
        return api(request)
                ? programs.answer(fault)
                : people.answer(fault.code().status());
    }

    private static boolean api(RoutingContext request) {
        return ApiPaths.contains(request);
    }
}
