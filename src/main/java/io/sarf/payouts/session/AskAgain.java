package io.sarf.payouts.session;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.sarf.payouts.platform.SignedOut;
import io.sarf.payouts.team.Sessions;
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
 * Where a form goes that was sent when its sender's session was over: the browser sends it once more, to be kept (307), and
 * from there goes to sign in. A form of somebody who never had a session is not kept.
 */
@Singleton
class AskAgain implements SignedOut {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final KeptForms forms;
    private final BlockingSecurityExecutor workers;

    AskAgain(KeptForms forms, BlockingSecurityExecutor workers) {
        this.forms = forms;
        this.workers = workers;
    }

    @Override
    public Uni<ChallengeData> answer(RoutingContext request, Supplier<Uni<ChallengeData>> toProvider) {
        var method = request.request().method();
        if (!method.equals(HttpMethod.POST)) {
            return fetched(request)
                    ? Uni.createFrom().item(new ChallengeData(HttpResponseStatus.UNAUTHORIZED.code(), null, null))
                    : toProvider.get();
        }
        var person = Sessions.lastOwner(request);
        return toProvider.get().chain(() -> {
            if (request.normalizedPath().equals(SignOutPages.PATH)) {
                return Uni.createFrom().item(to(HttpResponseStatus.SEE_OTHER, "/"));
            }
            return person.isPresent() && kept(request)
                    ? workers.executeBlocking(() -> expected(request, person.get()))
                    : Uni.createFrom().item(to(HttpResponseStatus.SEE_OTHER, page(request)));
        });
    }

    /** Parts of a page that scripts ask for: the identity provider's sign-in would be no part of it. */
    private static boolean fetched(RoutingContext request) {
        var headers = request.request().headers();
        return headers.contains("HX-Request") || headers.contains("Sarf-Window");
    }

    private static boolean kept(RoutingContext request) {
        var type = request.request().getHeader("Content-Type");
        return type != null
                && type.toLowerCase(Locale.ROOT).startsWith(FORM)
                && target(request).length() <= KeptForms.ADDRESS_MAX;
    }

    private ChallengeData expected(RoutingContext request, UUID person) {
        var secret = forms.expect(person, target(request), page(request));
        request.response().addCookie(KeptFormPages.cookie(secret));
        return to(HttpResponseStatus.TEMPORARY_REDIRECT, KeptFormPages.PATH);
    }

    private static ChallengeData to(HttpResponseStatus status, String path) {
        return new ChallengeData(status.code(), "Location", path);
    }

    private static String target(RoutingContext request) {
        var query = request.request().query();
        return request.normalizedPath() + (query == null ? "" : "?" + query);
    }

    /** Where the form stood, as far as the browser says and it is ours. Two slashes would begin another host. */
    private static String page(RoutingContext request) {
        return Optional.ofNullable(request.request().getHeader("Referer"))
                .map(AskAgain::uri)
                .filter(uri -> Objects.equals(
                        uri.getAuthority(), String.valueOf(request.request().authority())))
                .map(uri -> uri.getQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery())
                .filter(path ->
                        path.startsWith("/") && !path.startsWith("//") && path.length() <= KeptForms.ADDRESS_MAX)
                .orElse("/dashboard");
    }

    private static @Nullable URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException notOne) {
            return null;
        }
    }
}
