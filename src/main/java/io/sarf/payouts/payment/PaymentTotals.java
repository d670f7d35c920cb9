package io.sarf.payouts.payment;

import io.sarf.payouts.api.ApiPage;
import io.sarf.payouts.application.Scope;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Totals of searches. Each is counted at most once in five seconds, not with each page. */
@Singleton
class PaymentTotals {
    private record Question(Scope scope, PaymentSearch.Wanted wanted) {}

    private record Total(long count, boolean exact, Instant at) {}

    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int REMEMBERED = 1_000;

    private final PaymentSearch search;
    private final Clock clock;
    private final Map<Question, Total> totals = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Total> eldest) {
            return size() > REMEMBERED;
        }
    };

    PaymentTotals(PaymentSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    ApiPage page(Scope scope, PaymentSearch.Wanted wanted, int number, int size, @Nullable String next) {
        var question = new Question(scope, wanted);
        var now = clock.instant();
        var known = known(question, now);
        if (known != null) {
            return ApiPage.about(number, size, known.count(), next);
        }
        // Two requests may count concurrently: both numbers are right, and the later one is stored.
        var counted = count(question, now);
        synchronized (totals) {
            totals.remove(question);
            totals.put(question, counted);
        }
        return counted.exact()
                ? ApiPage.exact(number, size, counted.count(), next)
                : ApiPage.about(number, size, counted.count(), next);
    }

    private @Nullable Total known(Question question, Instant now) {
        synchronized (totals) {
            var known = totals.get(question);
            return known != null && now.isBefore(known.at().plus(FRESH)) ? known : null;
        }
    }

    private Total count(Question question, Instant now) {
        if (question.wanted().countable()) {
            return new Total(search.countAll(question.scope(), question.wanted()), true, now);
        }
        var found = search.count(question.scope(), question.wanted());
        return new Total(Math.min(found, ApiPage.COUNTED), found <= ApiPage.COUNTED, now);
    }
}
