package io.sarf.payouts.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * The pages take forms and nothing else. The check for forged requests looks at forms only, so a post of any other type
 * would pass it with the visitor's cookie.
 */
class FormsOnly {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> FORMS = Set.of("application/x-www-form-urlencoded", "multipart/form-data");

    @ServerRequestFilter(preMatching = true)
    @Nullable
    Response refuse(ContainerRequestContext request) {
        if (SAFE.contains(request.getMethod()) || !page(request.getUriInfo().getPath())) {
            return null;
        }
        var type = request.getMediaType();
        var form = type != null && FORMS.contains(type.getType() + "/" + type.getSubtype());
        return form
                ? null
                : Response.status(Response.Status.UNSUPPORTED_MEDIA_TYPE).build();
    }

    /** Whether an address belongs to people rather than to programs. */
    static boolean page(String path) {
        return !ApiPaths.contains(path);
    }
}
