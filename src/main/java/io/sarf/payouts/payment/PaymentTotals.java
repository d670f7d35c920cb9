package io.sarf.payouts.payment;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.sarf.payouts.api.ApiPage;
import io.sarf.payouts.application.Scope;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Totals of searches. Each is counted at most once in five seconds, not with each page. */
@Singleton
class PaymentTotals {
    private record Question(Scope scope, PaymentSearch.Wanted wanted) {}

    private record Total(long count, boolean exact) {}

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int REMEMBERED = 1_000;

    private final PaymentSearch search;
    private final Cache<Question, Total> totals;

    PaymentTotals(PaymentSearch search, Clock clock) {
        this.search = search;
        this.totals = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(FRESH)
                .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
                .build();
    }

    ApiPage page(Scope scope, PaymentSearch.Wanted wanted, int number, int size, @Nullable String next) {
        var question = new Question(scope, wanted);
        var known = totals.getIfPresent(question);
        if (known != null) {
            return ApiPage.about(number, size, known.count(), next);
        }
        // Two requests may count concurrently: both numbers are right, and the later one is stored.
        var counted = count(question);
        totals.put(question, counted);
        return counted.exact()
                ? ApiPage.exact(number, size, counted.count(), next)
                : ApiPage.about(number, size, counted.count(), next);
    }

    private Total count(Question question) {
        if (question.wanted().countable()) {
            return new Total(search.countAll(question.scope(), question.wanted()), true);
        }
        var found = search.count(question.scope(), question.wanted());
        return new Total(Math.min(found, ApiPage.COUNTED), found <= ApiPage.COUNTED);
    }
}
