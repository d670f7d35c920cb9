package io.sarf.payouts.authorization;

import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.web.PayeeName;
import java.util.UUID;
import org.joda.money.Money;

/**
 * Something to authorize, exactly as it was shown.
 *
 * @param version of the row that was shown; any other since means nothing is sent
 * @param payee who is paid
 */
public record Subject(UUID id, long version, PayeeName payee, String iban, Money amount, OurReference reference) {}
