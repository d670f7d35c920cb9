package io.sarf.payouts.payouttab;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.authorization.AuthorizeSubjects;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.money.MoneyText;
import io.sarf.payouts.money.Total;
import io.sarf.payouts.payout.PayoutResult;
import io.sarf.payouts.payout.PayoutState;
import io.sarf.payouts.payout.PayoutStatus;
import io.sarf.payouts.payout.PayoutWords;
import io.sarf.payouts.payout.WaitingPayouts;
import io.sarf.payouts.quarantine.Quarantine;
import io.sarf.payouts.web.Moment;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

@ApplicationScoped
class PayoutOverview {
    private static final int DAYS = 30;

    /** One day of the chart: the heights of its bars in percent, and their amounts. */
    record Bar(
            String label,
            int paid,
            int failed,
            int returned,
            String paidAmount,
            String failedAmount,
            String returnedAmount,
            boolean any) {
        /** The start of the third bar, in percent. */
        public int below() {
            return paid + failed;
        }
    }

    record AtBank(String bank, String label) {}

    /** @param currency of the largest daily total; the chart shows no other */
    record Shape(
            boolean quarantined,
            List<Total> awaiting,
            List<AtBank> waitingAt,
            List<Total> withBank,
            List<Total> paid,
            List<Total> failed,
            List<Total> returned,
            List<Bar> days,
            String currency) {}

    private record Reader(Scope scope, Instant since, ZoneId zone) {}

    private record Figures(List<ListedPayouts.StateTotal> open, List<Day> days) {}

    private final Remembered<Reader, Figures> remembered;
    private final ListedPayouts payouts;
    private final WaitingPayouts waiting;
    private final Quarantine quarantine;
    private final Banks banks;
    private final PayoutWords words;
    private final Clock clock;

    PayoutOverview(
            ListedPayouts payouts,
            WaitingPayouts waiting,
            Quarantine quarantine,
            Banks banks,
            PayoutWords words,
            Clock clock) {
        this.remembered = new Remembered<>(clock);
        this.payouts = payouts;
        this.waiting = waiting;
        this.quarantine = quarantine;
        this.banks = banks;
        this.words = words;
        this.clock = clock;
    }

    Shape of(Scope scope) {
        var zone = Moment.zone();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var figures = figures(scope, today, zone);
        var sums = figures.open();
        var days = figures.days();
        var currency = days.stream()
                .max(Comparator.comparing(day -> day.total().sum().getAmount()))
                .map(Day::currency)
                .orElse("");
        return new Shape(
                quarantine.blocksAny(scope),
                totals(sums, state -> state.status() == PayoutStatus.AWAITING_AUTHORIZATION),
                waiting.banks(scope).stream().map(this::together).toList(),
                totals(
                        sums,
                        state -> state.status() == PayoutStatus.PENDING_WITH_BANK
                                || (state.status() == PayoutStatus.ACCEPTED_BY_BANK && state.outcome() == null)),
                totals(days, PayoutResult.PAID),
                totals(days, PayoutResult.FAILED),
                totals(days, PayoutResult.RETURNED),
                bars(today, days, currency),
                currency);
    }

    private Figures figures(Scope scope, LocalDate today, ZoneId zone) {
        var since = today.minusDays(DAYS - 1L).atStartOfDay(zone).toInstant();
        return remembered.get(
                new Reader(scope, since, zone),
                payouts.changedAt(scope),
                () -> new Figures(payouts.open(scope), payouts.days(scope, since, zone)));
    }

    private AtBank together(WaitingPayouts.AtBank here) {
        var bank = banks.name(here.bank(), words.language());
        var most = AuthorizeSubjects.MOST;
        var label = here.count() > most
                ? words.messages().authorizeMostAt(most, here.count(), bank)
                : words.messages().authorizeAllAt(here.count(), String.valueOf(here.count()), bank);
        return new AtBank(here.bank(), label);
    }

    private static List<Total> totals(List<ListedPayouts.StateTotal> all, Predicate<PayoutState> which) {
        return Total.merged(all.stream().filter(one -> which.test(one.state())).map(ListedPayouts.StateTotal::total));
    }

    private static List<Total> totals(List<Day> days, PayoutResult result) {
        return Total.merged(days.stream().filter(day -> day.result() == result).map(Day::total));
    }

    private static List<Bar> bars(LocalDate today, List<Day> days, String currency) {
        var highest = BigDecimal.ONE;
        for (var back = 0; back < DAYS; back++) {
            var day = today.minusDays(back);
            highest = highest.max(Arrays.stream(PayoutResult.values())
                    .map(result -> on(days, day, currency, result))
                    .reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        var bars = new ArrayList<Bar>();
        for (var back = DAYS - 1; back >= 0; back--) {
            var day = today.minusDays(back);
            var paid = on(days, day, currency, PayoutResult.PAID);
            var failed = on(days, day, currency, PayoutResult.FAILED);
            var returned = on(days, day, currency, PayoutResult.RETURNED);
            bars.add(new Bar(
                    day.toString(),
                    height(paid, highest),
                    height(failed, highest),
                    height(returned, highest),
                    shown(currency, paid),
                    shown(currency, failed),
                    shown(currency, returned),
                    paid.signum() + failed.signum() + returned.signum() > 0));
        }
        return bars;
    }

    private static BigDecimal on(List<Day> days, LocalDate date, String currency, PayoutResult result) {
        return days.stream()
                .filter(day -> day.day().equals(date) && day.currency().equals(currency) && day.result() == result)
                .map(day -> day.total().sum().getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static int height(BigDecimal amount, BigDecimal highest) {
        return amount.multiply(BigDecimal.valueOf(100))
                .divide(highest, 0, RoundingMode.DOWN)
                .intValue();
    }

    private static String shown(String currency, BigDecimal amount) {
        return currency.isEmpty()
                ? ""
                : MoneyText.shown(Money.of(CurrencyUnit.of(currency), amount, RoundingMode.UNNECESSARY));
    }
}
