package io.sarf.payouts.payout;

import io.sarf.payouts.api.FieldFault;
import io.sarf.payouts.connection.AccountId;
import io.sarf.payouts.destination.DestinationId;
import io.sarf.payouts.money.StoredMoney;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * The data of a payout to be created.
 *
 * @param amount in the currency's major unit
 * @param currency ISO 4217; null for the account's currency
 * @param description 1 to 32 characters of the SWIFT character set x
 * @param externalReference at most 64 characters
 * @param automatic whether it is authorized without a person
 */
public record NewPayout(
        AccountId account,
        DestinationId destination,
        BigDecimal amount,
        @Nullable String currency,
        String description,
        @Nullable String externalReference,
        boolean automatic) {
    /** What stays as it was asked for: how much, and what for. */
    @Embeddable
    public record Terms(
            StoredMoney money, String description, @Nullable String externalReference) {}

    /** @param own currency of the account */
    Terms terms(CurrencyUnit own) {
        return new Terms(new StoredMoney(amount, own.getCode()), description, externalReference);
    }

    /** Whether a payout pays this; how it is authorized does not count. */
    public boolean isPaidBy(Payout payout) {
        return account.equals(payout.sourceAccount())
                && destination.equals(payout.destination())
                && amount.compareTo(payout.amount().getAmount()) == 0
                && description.equals(payout.terms().description())
                && Objects.equals(externalReference, payout.terms().externalReference());
    }

    /** What is wrong with it whatever accounts, destinations and banks there are, in English. */
    public List<FieldFault> faultsOfItself() {
        return CheckPayout.faultsOfItself(this, PayoutWords.faultsInEnglish());
    }
}
