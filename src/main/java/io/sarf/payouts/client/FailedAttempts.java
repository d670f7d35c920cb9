package io.sarf.payouts.client;

import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.platform.Buckets;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Limits wrong secrets per client and address, foreign tokens per address, and tokens of a replaced secret per secret.
 * In memory: a secret has 256 random bits, so guessing is only load. Invalid tokens never block a valid one.
 */
@Singleton
class FailedAttempts {
    private static final int REMEMBERED = 10_000;
    private static final int WRONG_SECRETS = 10;
    private static final Duration WRONG_SECRETS_IN = Duration.ofMinutes(5);

    /** A program with many threads may honestly send that many expired tokens at once. */
    private static final int BAD_TOKENS = 300;

    private static final Duration BAD_TOKENS_IN = Duration.ofMinutes(1);

    private final Buckets<String> secrets;
    private final Buckets<String> tokens;

    FailedAttempts(Clock clock) {
        this.secrets = new Buckets<>(WRONG_SECRETS, WRONG_SECRETS_IN, REMEMBERED, clock);
        this.tokens = new Buckets<>(BAD_TOKENS, BAD_TOKENS_IN, REMEMBERED, clock);
    }

    void check(String client, String address) {
        secrets.look(client + ' ' + address).ifPresent(wait -> {
            throw TokenFault.tooManyGuesses(wait);
        });
    }

    void failed(String client, String address) {
        secrets.take(client + ' ' + address);
    }

    /** Counts the token; returns UNAUTHORIZED, or the rate limit if there were too many. */
    ApiFault badToken(String whose) {
        return tokens.take(whose)
                .map(FailedAttempts::tooMany)
                .orElseGet(() ->
                        new ApiFault(ApiCode.UNAUTHORIZED, "The token is not, or no longer, valid. Ask for a new one"));
    }

    Optional<ApiFault> tooManyBadTokens(String whose) {
        return tokens.look(whose).map(FailedAttempts::tooMany);
    }

    private static ApiFault tooMany(Duration wait) {
        return ApiFault.retry(
                ApiCode.RATE_LIMIT_EXCEEDED, "Too many calls with tokens that are not valid. Ask for a new one", wait);
    }
}
