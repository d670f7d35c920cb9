package io.sarf.payouts.client;

import io.sarf.payouts.api.AcceptsJson;
import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiExchange;
import io.sarf.payouts.api.ApiJson;
import io.sarf.payouts.api.Unforeseen;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code POST /oauth2/token}. Not a resource: the CSRF filter refuses every form without a token of a page. */
@Singleton
class TokenRoute {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final IssueToken issueToken;
    private final FailedAttempts guesses;
    private final CallLimits limits;

    TokenRoute(IssueToken issueToken, FailedAttempts guesses, CallLimits limits) {
        this.issueToken = issueToken;
        this.guesses = guesses;
        this.limits = limits;
    }

    void register(@Observes Router router) {
        router.route("/oauth2/token")
                .handler(TokenRoute::form)
                .blockingHandler(this::token, false)
                .failureHandler(this::failed);
    }

    private static void form(RoutingContext context) {
        var request = context.request();
        if (!request.method().equals(HttpMethod.POST)) {
            throw TokenFault.methodNotAllowed();
        }
        var type = request.getHeader("Content-Type");
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(FORM)) {
            throw TokenFault.invalidRequest(FORM + " expected");
        }
        if (!AcceptsJson.in(request.headers().getAll("Accept"))) {
            throw TokenFault.notAcceptable();
        }
        TokenForm.read(context);
    }

    private void token(RoutingContext context) {
        var request = context.request();
        var authorization = request.getHeader("Authorization");
        var wanted = TokenRequest.of(authorization, TokenForm.fields(context));
        var address = request.remoteAddress().hostAddress();
        guesses.check(wanted.clientId(), address);
        var secret = issueToken.authenticate(wanted);
        if (secret == null) {
            guesses.failed(wanted.clientId(), address);
            throw TokenFault.invalidClient(authorization != null);
        }
        CallOwner.note(context, secret.scope());
        var wait = limits.count(secret.scope());
        limits.describe(secret.scope(), context.response());
        if (wait.isPresent()) {
            throw TokenFault.tooManyCalls(wait.get());
        }
        var token = issueToken.issue(secret, wanted.scope());
        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", token);
        answer.put("scope", wanted.scope());
        answer.put("token_type", "Bearer");
        // One second less than the token's life, for the time the answer takes.
        answer.put("expires_in", Tokens.LIFE.toSeconds() - 1);
        end(context, 200, answer);
    }

    private void failed(RoutingContext context) {
        var fault = fault(context);
        fault.headers().forEach(context.response()::putHeader);
        ApiExchange.answered(context, ApiJson.write(fault.body()));
        end(context, fault.status(), fault.body());
    }

    private static TokenFault fault(RoutingContext context) {
        if (context.failure() instanceof TokenFault fault) {
            return fault;
        }
        if (context.failure() == null) {
            return TokenFault.invalidRequest("The request could not be read");
        }
        var again = Unforeseen.fault(context.failure()).code() == ApiCode.SERVICE_UNAVAILABLE;
        return TokenFault.ours(again ? Duration.ofSeconds(5) : null);
    }

    private static void end(RoutingContext context, int status, Map<String, ?> body) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Pragma", "no-cache")
                .end(Buffer.buffer(ApiJson.write(body)));
    }
}
