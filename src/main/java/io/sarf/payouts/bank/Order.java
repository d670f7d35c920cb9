package io.sarf.payouts.bank;

import java.time.Instant;
import org.joda.money.Money;

/**
 * @param account the bank's id of the account to debit
 * @param beneficiary the bank's id of the payee
 * @param creditor as known when the order is sent, for banks that take the payee with each order
 * @param description 1 to 32 characters of the bank character set
 * @param sentAt when the intent of this call was committed; later for each further call with the same reference
 */
public record Order(
        OurReference reference,
        String account,
        String beneficiary,
        Creditor creditor,
        Money amount,
        String description,
        boolean inPortal,
        Instant sentAt) {}
