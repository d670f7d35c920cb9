package io.sarf.payouts.payout;

import io.sarf.payouts.api.FieldFault;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.BankProfile;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.bank.NameCheck;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.SourceAccount;
import io.sarf.payouts.connection.SourceAccounts.Source;
import io.sarf.payouts.destination.Beneficiary;
import io.sarf.payouts.destination.Destinations.Payee;
import io.sarf.payouts.web.PlainText;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Validates new payouts; the same rules for the form and the API. */
@ApplicationScoped
public class CheckPayout {
    /** The characters that every bank accepts: SWIFT character set x, without line breaks. */
    static final Pattern DESCRIPTION = Pattern.compile("[A-Za-z0-9 /\\-?:().,'+]{1,32}");

    private static final int REFERENCE_MAX = 64;

    private final Parties.Lookup lookup;
    private final Banks banks;

    CheckPayout(Parties.Lookup lookup, Banks banks) {
        this.lookup = lookup;
        this.banks = banks;
    }

    public List<FieldFault> faults(Scope scope, NewPayout wanted, PayoutFaultMessages words) {
        var faults = new ArrayList<>(faults(lookup.of(scope, List.of(wanted)), wanted, words));
        faults.addAll(faultsOfItself(wanted, words));
        return faults;
    }

    /** Faults that do not depend on accounts, destinations or banks. */
    static List<FieldFault> faultsOfItself(NewPayout wanted, PayoutFaultMessages words) {
        var faults = new ArrayList<FieldFault>();
        if (wanted.amount().signum() <= 0) {
            faults.add(new FieldFault("amount", "INVALID_AMOUNT", words.moreThanZero()));
        }
        text(faults, wanted, words);
        return faults;
    }

    /** Faults that depend on accounts, destinations and banks. */
    public List<FieldFault> faults(Parties parties, NewPayout wanted, PayoutFaultMessages words) {
        var faults = new ArrayList<FieldFault>();
        var source = parties.source(wanted);
        if (source == null) {
            faults.add(new FieldFault("account_id", "UNKNOWN_ACCOUNT", words.unknownAccount()));
        } else {
            source(faults, source, wanted, words);
            amount(faults, source.account(), wanted.amount(), words);
        }
        payee(faults, parties.payee(wanted), source, wanted, words);
        return faults;
    }

    private static void source(List<FieldFault> faults, Source source, NewPayout wanted, PayoutFaultMessages words) {
        var currency = source.account().currency().getCode();
        if (wanted.currency() != null && !wanted.currency().equals(currency)) {
            faults.add(new FieldFault("currency", "INVALID_PARAMETERS", words.otherCurrency(currency)));
        }
        var connection = source.connection();
        if (connection.status() == BankConnection.Status.EXPIRED) {
            faults.add(new FieldFault("account_id", "CREDENTIALS_UPDATE_REQUIRED", words.credentialsExpired()));
        }
        if (wanted.automatic() && !connection.defaultAuthorizer()) {
            faults.add(new FieldFault("authorize_payment", "INVALID_PARAMETERS", words.noDefaultAuthorizer()));
        }
    }

    private void amount(List<FieldFault> faults, SourceAccount account, BigDecimal amount, PayoutFaultMessages words) {
        var currency = account.currency();
        if (amount.stripTrailingZeros().scale() > currency.getDecimalPlaces()) {
            faults.add(new FieldFault(
                    "amount", "INVALID_AMOUNT", words.decimals(currency.getCode(), currency.getDecimalPlaces())));
        } else if (amount.signum() > 0) {
            limit(account).ifPresent(limit -> {
                if (amount.compareTo(limit.min()) < 0) {
                    faults.add(new FieldFault(
                            "amount",
                            "AMOUNT_UNDER_MIN_VALUE",
                            words.atLeast(limit.min().toPlainString())));
                } else if (amount.compareTo(limit.max()) > 0) {
                    faults.add(new FieldFault(
                            "amount",
                            "AMOUNT_OVER_MAX_VALUE",
                            words.atMost(limit.max().toPlainString())));
                }
            });
        }
    }

    private java.util.Optional<BankProfile.TransferLimit> limit(SourceAccount account) {
        return banks.find(account.bank())
                .flatMap(bank -> bank.profile().transferLimits().stream()
                        .filter(limit ->
                                limit.currency().equals(account.currency().getCode()))
                        .findFirst());
    }

    private static void payee(
            List<FieldFault> faults,
            @Nullable Payee payee,
            @Nullable Source source,
            NewPayout wanted,
            PayoutFaultMessages words) {
        var field = "payment_destination_id";
        if (payee == null) {
            faults.add(new FieldFault(field, "UNKNOWN_PAYMENT_DESTINATION", words.unknownDestination()));
            return;
        }
        var beneficiary = payee.beneficiary();
        if (beneficiary == null || beneficiary.refused()) {
            faults.add(new FieldFault(field, "INVALID_PARAMETERS", words.notAtBank()));
        } else if (source != null
                && !beneficiary.connection().equals(source.account().connection())) {
            faults.add(new FieldFault(field, "INVALID_PARAMETERS", words.otherBank()));
        } else if (wanted.automatic() && noMatch(beneficiary)) {
            faults.add(new FieldFault(field, "INVALID_PARAMETERS", words.nameNoMatch()));
        }
    }

    private static boolean noMatch(Beneficiary beneficiary) {
        return beneficiary.nameCheck() == NameCheck.Result.NO_MATCH;
    }

    private static void text(List<FieldFault> faults, NewPayout wanted, PayoutFaultMessages words) {
        if (wanted.description().isBlank()) {
            faults.add(new FieldFault("description", "MISSING_PARAMETERS", words.needed()));
        } else if (!DESCRIPTION.matcher(wanted.description()).matches()) {
            faults.add(new FieldFault("description", "INVALID_PARAMETERS", words.characters()));
        }
        var reference = wanted.externalReference();
        if (reference != null && reference.length() > REFERENCE_MAX) {
            faults.add(new FieldFault("external_reference", "INVALID_PARAMETERS", words.tooLong(REFERENCE_MAX)));
        } else if (reference != null && !PlainText.is(reference)) {
            faults.add(new FieldFault("external_reference", "INVALID_PARAMETERS", words.notPlainText()));
        }
    }
}
