package io.sarf.payouts.session;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.sarf.payouts.api.Unforeseen;
import io.sarf.payouts.team.ActiveSessions;
import io.sarf.payouts.web.ErrorPages;
import io.sarf.payouts.web.SignedOut;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the browser send a form again, to be stored (307), when its session has ended; the sign-in follows. A form of a
 * browser that never had a session is not stored.
 */
@Singleton
class ExpiredSession implements SignedOut {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final SavedForms forms;
    private final ActiveSessions sessions;
    private final ErrorPages pages;
    private final BlockingSecurityExecutor workers;

    ExpiredSession(SavedForms forms, ActiveSessions sessions, ErrorPages pages, BlockingSecurityExecutor workers) {
        this.forms = forms;
        this.sessions = sessions;
        this.pages = pages;
        this.workers = workers;
    }

    @Override
    public Uni<ChallengeData> answer(RoutingContext request, Supplier<Uni<ChallengeData>> toProvider) {
        if (ActiveSessions.unread(request)) {
            return away(request);
        }
        var method = request.request().method();
        if (!method.equals(HttpMethod.POST)) {
            return fetched(request)
                    ? Uni.createFrom().item(new ChallengeData(HttpResponseStatus.UNAUTHORIZED.code(), null, null))
                    : toProvider.get();
        }
        return toProvider
                .get()
                .chain(() -> workers.executeBlocking(() -> form(request)))
                .onFailure(Unforeseen::databaseAway)
                .recoverWithUni(() -> away(request));
    }

    private ChallengeData form(RoutingContext request) {
        var path = request.normalizedPath();
        if (path.equals(SignOutPages.PATH)) {
            return to(HttpResponseStatus.SEE_OTHER, "/");
        }
        if (path.startsWith(SavedFormPages.PATH)) {
            return to(HttpResponseStatus.SEE_OTHER, SavedFormPages.PATH);
        }
        var owner = keepable(request) ? sessions.lastOwner(request) : Optional.<UUID>empty();
        if (owner.isPresent()) {
            expect(request, owner.get());
            return to(HttpResponseStatus.TEMPORARY_REDIRECT, SavedFormPages.PATH);
        }
        return fetched(request)
                ? new ChallengeData(HttpResponseStatus.UNAUTHORIZED.code(), SavedFormPages.SIGN_IN, page(request))
                : to(HttpResponseStatus.SEE_OTHER, page(request));
    }

    /** Writes the error page here, because a challenge has no body. */
    private Uni<ChallengeData> away(RoutingContext request) {
        return workers.executeBlocking(() -> pages.unavailable(request)).chain(page -> {
            request.response()
                    .setStatusCode(HttpResponseStatus.SERVICE_UNAVAILABLE.code())
                    .putHeader("Retry-After", String.valueOf(ErrorPages.SECONDS_TO_WAIT))
                    .putHeader("Content-Type", "text/html;charset=UTF-8")
                    .end(page);
            // The response is complete, so nothing may follow it.
            return Uni.createFrom().nothing();
        });
    }

    /** A script that requests a part of a page cannot show the identity provider's sign-in. */
    private static boolean fetched(RoutingContext request) {
        var headers = request.request().headers();
        return headers.contains("HX-Request") || headers.contains("Sarf-Window");
    }

    static boolean keepable(RoutingContext request) {
        var type = request.request().getHeader("Content-Type");
        return type != null
                && type.toLowerCase(Locale.ROOT).startsWith(FORM)
                && target(request).length() <= SavedForms.ADDRESS_MAX;
    }

    void expect(RoutingContext request, UUID person) {
        var secret = forms.expect(person, target(request), page(request));
        request.response().addCookie(SavedFormPages.COOKIE.keeping(secret, SavedForms.LIFE));
    }

    private static ChallengeData to(HttpResponseStatus status, String path) {
        return new ChallengeData(status.code(), "Location", path);
    }

    static String target(RoutingContext request) {
        var query = request.request().query();
        return request.normalizedPath() + (query == null ? "" : "?" + query);
    }

    /** The page with the form, from the Referer if it is one of ours. */
    static String page(RoutingContext request) {
        return Optional.ofNullable(request.request().getHeader("Referer"))
                .map(ExpiredSession::uri)
                .filter(uri -> Objects.equals(
                        uri.getAuthority(), String.valueOf(request.request().authority())))
                .map(uri -> uri.getQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery())
                .map(OwnPath::of)
                .orElse(OwnPath.HOME);
    }

    private static @Nullable URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException notOne) {
            return null;
        }
    }
}
