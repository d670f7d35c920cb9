package io.sarf.payouts.team;

import io.sarf.payouts.web.ErrorPages;
import io.sarf.payouts.web.ForbiddenPage;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers a refused request: a member sees which permission is missing; an outsider sees a 404. */
@Singleton
class ForbiddenPages implements ForbiddenPage {
    private static final int FORBIDDEN = Response.Status.FORBIDDEN.getStatusCode();

    private final CurrentMember caller;
    private final Frame frame;
    private final ErrorPages pages;

    ForbiddenPages(CurrentMember caller, Frame frame, ErrorPages pages) {
        this.caller = caller;
        this.frame = frame;
        this.pages = pages;
    }

    @Override
    public Response answer(ResourceInfo endpoint, String path) {
        if (caller.memberOrNull() == null && path.startsWith("/dashboard/")) {
            return pages.answer(Response.Status.NOT_FOUND.getStatusCode());
        }
        return missing(endpoint).map(this::answer).orElseGet(() -> pages.answer(FORBIDDEN));
    }

    @ServerExceptionMapper
    Response missing(Permission.Missing here) {
        return answer(here.permission());
    }

    private Response answer(Permission permission) {
        var words = PermissionWords.in(frame.lang());
        return pages.answer(FORBIDDEN, pages.forbidden(words.of(permission), words.of(permission.roles())));
    }

    /** Empty when the endpoint requires something else, such as the representative. */
    static Optional<Permission> missing(ResourceInfo endpoint) {
        var method = endpoint.getResourceMethod();
        var declared = method == null ? null : method.getAnnotation(RolesAllowed.class);
        if (declared == null && endpoint.getResourceClass() != null) {
            declared = endpoint.getResourceClass().getAnnotation(RolesAllowed.class);
        }
        var names = declared == null ? List.<String>of() : List.of(declared.value());
        return Arrays.stream(Permission.values())
                .filter(permission -> names.contains(permission.name()))
                .findFirst();
    }
}
