package io.sarf.payouts.payouttab;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.money.MoneyText;
import io.sarf.payouts.payout.NameMismatches;
import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutStatus;
import io.sarf.payouts.payout.PayoutWords;
import io.sarf.payouts.payout.Payouts;
import io.sarf.payouts.web.Shown;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class PayoutRows {
    private final Payouts payouts;
    private final NameMismatches names;
    private final PayoutWords words;

    PayoutRows(Payouts payouts, NameMismatches names, PayoutWords words) {
        this.payouts = payouts;
        this.names = names;
        this.words = words;
    }

    List<PayoutListPages.Row> of(Scope scope, List<Payout> shown) {
        var paid = payouts.paidBefore(
                scope, shown.stream().map(Payout::destination).distinct().toList());
        var mismatched = names.among(scope, shown);
        return shown.stream()
                .map(payout -> row(payout, mismatched.contains(payout.id()), !paid.contains(payout.destination())))
                .toList();
    }

    private PayoutListPages.Row row(Payout payout, boolean mismatched, boolean first) {
        return new PayoutListPages.Row(
                payout.id().toString(),
                payout.scope().path() + "/payouts/" + payout.id(),
                payout.recipient().payee(),
                Shown.iban(payout.recipient().iban()),
                payout.terms().description(),
                MoneyText.shown(payout.amount()),
                payout.amount().getAmount().toPlainString(),
                payout.amount().getCurrencyUnit().getCode(),
                mismatched ? words.nameMismatch() : words.badge(payout),
                !mismatched && payout.status() == PayoutStatus.AWAITING_AUTHORIZATION,
                first,
                words.flow(payout.flow()),
                words.time(payout.createdAt()));
    }
}
