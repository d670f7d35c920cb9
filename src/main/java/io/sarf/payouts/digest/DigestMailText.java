package io.sarf.payouts.digest;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.mail.MailText;
import io.sarf.payouts.money.MoneyText;
import io.sarf.payouts.money.Total;
import io.sarf.payouts.payout.WaitingPayouts;
import io.sarf.payouts.platform.PublicUrl;
import io.sarf.payouts.team.People;
import io.sarf.payouts.team.Preferences.Awaiting;
import io.sarf.payouts.team.Recipient;
import io.sarf.payouts.web.Shown;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@Singleton
class DigestMailText {
    /** @param stale whether the recipient's morning has ended */
    record Written(MailText text, List<Scope> about, boolean stale) {}

    private static final Environment[] REAL_MONEY_FIRST = {Environment.PRODUCTION, Environment.SANDBOX};

    private final People people;
    private final WaitingPayouts waiting;
    private final Clock clock;
    private final PublicUrl publicUrl;

    DigestMailText(People people, WaitingPayouts waiting, Clock clock, PublicUrl publicUrl) {
        this.people = people;
        this.waiting = waiting;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** Empty when no payout awaits authorization, or the person has changed their preference. */
    Optional<Written> write(Digests.Due due) {
        var person = due.person();
        return people.recipients(List.of(person)).stream()
                .filter(one -> one.preferences().awaiting() == Awaiting.DAILY)
                .findFirst()
                .flatMap(one -> write(due, one));
    }

    private Optional<Written> write(Digests.Due due, Recipient to) {
        var language = to.preferences().mailLanguage();
        var words = MessageBundles.get(DigestMessages.class, Localized.Literal.of(language));
        var parts = new ArrayList<MailText.Part>();
        var about = new ArrayList<Scope>();
        var all = 0L;
        for (var membership : people.controlled(due.person())) {
            for (var environment : REAL_MONEY_FIRST) {
                var scope = new Scope(membership.application(), environment);
                var sums = waiting.sums(scope);
                var count = sums.stream().mapToLong(Total::count).sum();
                if (count > 0) {
                    all += count;
                    about.add(scope);
                    parts.add(part(words, scope, membership.name(), count, sums));
                }
            }
        }
        if (all == 0) {
            return Optional.empty();
        }
        var zone = to.preferences().zone();
        var note = words.note(Digests.FROM.toString(), zone.getId());
        return Optional.of(new Written(
                new MailText(to.email(), language, words.subject(all), parts, note),
                about,
                due.over(clock.instant(), zone)));
    }

    private MailText.Part part(DigestMessages words, Scope scope, String company, long count, List<Total> sums) {
        var place = scope.sandbox() ? words.sandbox(company) : company;
        var totals = sums.stream()
                .map(sum -> sum.sum().getCurrencyUnit().getCode() + "\u00a0" + MoneyText.shown(sum.sum()))
                .toArray(String[]::new);
        return new MailText.Part(
                List.of(words.waiting(count, place, Shown.line(totals))),
                words.see(),
                publicUrl.of(scope.path() + "/payouts?status=AWAITING_AUTHORIZATION"));
    }
}
