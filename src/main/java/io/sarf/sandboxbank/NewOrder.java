package io.sarf.sandboxbank;

import java.math.BigDecimal;
import java.time.Instant;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * @param requestId unique per request; the same on copies made by the network
 * @param sentAt the caller's time of this call; status queries name the same instant
 */
record NewOrder(
        Login credentials,
        String account,
        String beneficiary,
        String amount,
        String currency,
        String description,
        boolean inPortal,
        @Nullable String requestId,
        @Nullable Instant sentAt) {

    Money money() {
        try {
            return Money.of(CurrencyUnit.of(currency), new BigDecimal(amount));
        } catch (ArithmeticException | IllegalArgumentException wrong) {
            throw new BadRequest("Not an amount of money");
        }
    }

    boolean same(PaymentOrder order) {
        return order.account().equals(account)
                && order.beneficiary().equals(beneficiary)
                && order.amount().equals(money());
    }
}
