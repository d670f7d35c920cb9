package io.sarf.payouts.authorization;

import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.web.PayeeName;
import java.util.UUID;
import org.joda.money.Money;

/** @param version of the row that was shown; nothing is sent if it has changed */
public record Subject(UUID id, long version, PayeeName payee, String iban, Money amount, OurReference reference) {}
