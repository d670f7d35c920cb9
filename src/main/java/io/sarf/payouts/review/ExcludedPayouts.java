package io.sarf.payouts.review;

import io.sarf.payouts.authorization.AuthorizeSubjects;
import io.sarf.payouts.money.MoneyText;
import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutStatus;
import io.sarf.payouts.payout.PayoutWords;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.web.Shown;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ExcludedPayouts {
    private final AuthorizeSubjects authorize;
    private final PayoutWords words;

    ExcludedPayouts(AuthorizeSubjects authorize, PayoutWords words) {
        this.authorize = authorize;
        this.words = words;
    }

    /** @param blocked the reason of {@link BlockedPayouts}; null if the payout's state is the reason */
    SelectedPayouts.LeftOut of(Person person, Payout payout, @Nullable String blocked) {
        var authorization = payout.flow().authorization();
        var own = authorization == null || payout.status() != PayoutStatus.AUTHORIZING
                ? null
                : authorize.pageOf(payout.scope(), person, authorization).orElse(null);
        return new SelectedPayouts.LeftOut(
                payout.recipient().payee(),
                Shown.iban(payout.recipient().iban()),
                MoneyText.shown(payout.amount()),
                payout.amount().getCurrencyUnit().getCode(),
                blocked == null ? why(payout, own != null) : blocked,
                own);
    }

    private String why(Payout payout, boolean own) {
        var taken = payout.status() == PayoutStatus.AUTHORIZING && payout.flow().authorization() != null;
        if (!taken) {
            return words.badge(payout).label();
        }
        return own ? messages().beingAuthorizedByYou() : messages().beingAuthorizedByAnother();
    }

    private ReviewMessages messages() {
        return ReviewWords.in(words.language());
    }
}
