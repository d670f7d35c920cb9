package io.sarf.payouts.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.sarf.payouts.platform.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The error pages. None of them uses the database. */
@Singleton
public class ErrorPages {
    private static final Logger LOG = Logger.getLogger(ErrorPages.class);
    public static final int SECONDS_TO_WAIT = 5;

    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    @CheckedTemplate(basePath = "errors", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NotFound() implements TemplateInstance {}

    @CheckedTemplate(basePath = "errors", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Forbidden(@Nullable String permission, String roles) implements TemplateInstance {}

    @CheckedTemplate(basePath = "errors", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Unreadable() implements TemplateInstance {}

    @CheckedTemplate(basePath = "errors", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Failed(String correlation) implements TemplateInstance {}

    @CheckedTemplate(basePath = "errors", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NotSignedIn(String correlation) implements TemplateInstance {}

    @CheckedTemplate(basePath = "errors", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SignInUnfinished(String again) implements TemplateInstance {}

    @CheckedTemplate(basePath = "errors", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Unavailable() implements TemplateInstance {}

    private final CurrentVertxRequest current;
    private final Ids ids;

    ErrorPages(CurrentVertxRequest current, Ids ids) {
        this.current = current;
        this.ids = ids;
    }

    /** The same page for missing rows and for those of other companies. */
    public TemplateInstance missing() {
        return new NotFound();
    }

    /** @param permission its display name; null if no role of a company has it */
    public TemplateInstance forbidden(@Nullable String permission, List<String> roles) {
        return new Forbidden(permission, String.join(" · ", roles));
    }

    public TemplateInstance unreadable() {
        return new Unreadable();
    }

    public TemplateInstance unavailable() {
        return new Unavailable();
    }

    /** For a request that has not reached a resource; rendered, in its language. */
    @ActivateRequestContext
    public String unavailable(RoutingContext request) {
        current.setCurrent(request);
        return unavailable().render();
    }

    void end(RoutingContext request, int status) {
        request.vertx()
                .executeBlocking(() -> page(request, status), false)
                .onSuccess(page -> request.response()
                        .setStatusCode(status)
                        .putHeader(HttpHeaders.CONTENT_TYPE, HTML.toString())
                        .putHeader("Connection", "close")
                        .end(page))
                .onFailure(request::fail);
    }

    @ActivateRequestContext
    String page(RoutingContext request, int status) {
        current.setCurrent(request);
        return (status == 404 ? missing() : unreadable()).render();
    }

    public Response unavailableTo(RoutingContext request) {
        return later(unavailable(request));
    }

    /** Logs why a person with a valid identity cannot sign in, under the number on the page. */
    @ActivateRequestContext
    public Response notSignedIn(Throwable why, RoutingContext request) {
        current.setCurrent(request);
        var correlation = ids.next().toString();
        LOG.warnf(why, "A sign-in failed, number %s", correlation);
        return answer(Response.Status.UNAUTHORIZED.getStatusCode(), new NotSignedIn(correlation));
    }

    public TemplateInstance signInUnfinished(String again) {
        return new SignInUnfinished(again);
    }

    @ActivateRequestContext
    public Response signInUnfinished(RoutingContext request, String again) {
        current.setCurrent(request);
        return answer(Response.Status.UNAUTHORIZED.getStatusCode(), signInUnfinished(again));
    }

    public TemplateInstance failed(String correlation) {
        return new Failed(correlation);
    }

    public Response answer(int status) {
        return switch (status) {
            case 401, 403 -> answer(status, forbidden(null, List.of()));
            case 404, 405, 406, 410 -> answer(status, missing());
            case 503 -> later(unavailable().render());
            default -> status >= 500 ? failed(status) : answer(status, unreadable());
        };
    }

    public Response failed(Throwable thrown) {
        var correlation = ids.next().toString();
        LOG.errorf(thrown, "A page failed, number %s", correlation);
        return answer(500, failed(correlation));
    }

    private Response failed(int status) {
        var correlation = ids.next().toString();
        LOG.errorf("A page answered %d, number %s", status, correlation);
        return answer(status, failed(correlation));
    }

    private static Response later(String page) {
        return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .type(HTML)
                .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
                .entity(page)
                .build();
    }

    /** Rendered here, because templates are not rendered in answers to exceptions. */
    public Response answer(int status, TemplateInstance page) {
        return Response.status(status).type(HTML).entity(page.render()).build();
    }

    Uni<Response> signIn(RoutingContext request) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        if (authenticator == null) {
            return Uni.createFrom().item(answer(Response.Status.UNAUTHORIZED.getStatusCode()));
        }
        return authenticator.getChallenge(request).map(challenge -> {
            if (challenge == null) {
                return answer(Response.Status.UNAUTHORIZED.getStatusCode());
            }
            var answer = Response.status(challenge.status);
            challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
            return answer.build();
        });
    }
}
