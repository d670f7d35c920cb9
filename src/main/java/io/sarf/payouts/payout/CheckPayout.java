package io.sarf.payouts.payout;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.BankProfile;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.bank.NameCheck;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.connection.SourceAccount;
import io.sarf.payouts.connection.SourceAccounts;
import io.sarf.payouts.destination.Beneficiary;
import io.sarf.payouts.destination.Destinations;
import io.sarf.payouts.platform.FieldFault;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with a payout somebody asks for; the same for the form and the API. */
@ApplicationScoped
class CheckPayout {
    /** The characters every bank takes (SWIFT character set x, without line breaks). */
    static final Pattern DESCRIPTION = Pattern.compile("[A-Za-z0-9 /\\-?:().,'+]{1,32}");

    private final SourceAccounts accounts;
    private final Destinations destinations;
    private final Connections connections;
    private final Banks banks;

    CheckPayout(SourceAccounts accounts, Destinations destinations, Connections connections, Banks banks) {
        this.accounts = accounts;
        this.destinations = destinations;
        this.connections = connections;
        this.banks = banks;
    }

    /** All faults, by the API's field names; empty when there is none. */
    List<FieldFault> faults(Scope scope, NewPayout wanted) {
        var faults = new ArrayList<FieldFault>();
        var account = accounts.find(scope, wanted.account()).orElse(null);
        if (account == null) {
            faults.add(new FieldFault("account_id", "UNKNOWN_ACCOUNT", "There is no such source account."));
        } else {
            source(faults, scope, account, wanted);
            amount(faults, account, wanted.amount());
        }
        payee(faults, scope, account, wanted);
        text(faults, wanted);
        return faults;
    }

    private void source(List<FieldFault> faults, Scope scope, SourceAccount account, NewPayout wanted) {
        var currency = account.currency().getCode();
        if (wanted.currency() != null && !wanted.currency().equals(currency)) {
            faults.add(new FieldFault("currency", "INVALID_PARAMETERS", "This account pays in " + currency + " only."));
        }
        var connection = connections.require(scope, account.connection());
        if (connection.status() == BankConnection.Status.EXPIRED) {
            faults.add(new FieldFault(
                    "account_id",
                    "CREDENTIALS_UPDATE_REQUIRED",
                    "The credentials of this account's bank have expired: reconnect them."));
        }
        if (wanted.automatic() && !connection.defaultAuthorizer()) {
            faults.add(new FieldFault(
                    "authorize_payment",
                    "INVALID_PARAMETERS",
                    "This account's bank has no default authorizer, so a person has to authorize."));
        }
    }

    private void amount(List<FieldFault> faults, SourceAccount account, BigDecimal amount) {
        var currency = account.currency();
        if (amount.signum() <= 0) {
            faults.add(new FieldFault("amount", "INVALID_AMOUNT", "The amount must be more than zero."));
        } else if (amount.stripTrailingZeros().scale() > currency.getDecimalPlaces()) {
            faults.add(new FieldFault(
                    "amount",
                    "INVALID_AMOUNT",
                    currency.getCode() + " has " + currency.getDecimalPlaces() + " decimals."));
        } else {
            limit(account).ifPresent(limit -> {
                if (amount.compareTo(limit.min()) < 0) {
                    faults.add(new FieldFault(
                            "amount",
                            "AMOUNT_UNDER_MIN_VALUE",
                            "The bank takes " + limit.min().toPlainString() + " at least."));
                } else if (amount.compareTo(limit.max()) > 0) {
                    faults.add(new FieldFault(
                            "amount",
                            "AMOUNT_OVER_MAX_VALUE",
                            "The bank takes " + limit.max().toPlainString() + " at most."));
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

    private void payee(List<FieldFault> faults, Scope scope, @Nullable SourceAccount account, NewPayout wanted) {
        var field = "payment_destination_id";
        if (destinations.find(scope, wanted.destination()).isEmpty()) {
            faults.add(new FieldFault(field, "UNKNOWN_PAYMENT_DESTINATION", "There is no such destination."));
            return;
        }
        var beneficiary = destinations.beneficiary(scope, wanted.destination()).orElse(null);
        if (beneficiary == null || beneficiary.refused()) {
            faults.add(new FieldFault(field, "INVALID_PARAMETERS", "The bank does not know this destination."));
        } else if (account != null && !beneficiary.connection().equals(account.connection())) {
            faults.add(new FieldFault(
                    field,
                    "INVALID_PARAMETERS",
                    "This destination is a beneficiary of another bank than the account's."));
        } else if (wanted.automatic() && noMatch(beneficiary)) {
            faults.add(new FieldFault(
                    field,
                    "INVALID_PARAMETERS",
                    "The bank says the name does not match the account, so a person has to look at it first."));
        }
    }

    private static boolean noMatch(Beneficiary beneficiary) {
        return beneficiary.nameCheck() == NameCheck.Verdict.NO_MATCH;
    }

    private static void text(List<FieldFault> faults, NewPayout wanted) {
        if (wanted.description().isBlank()) {
            faults.add(new FieldFault("description", "MISSING_PARAMETERS", "This is needed."));
        } else if (!DESCRIPTION.matcher(wanted.description()).matches()) {
            faults.add(new FieldFault(
                    "description",
                    "INVALID_PARAMETERS",
                    "Use up to 32 letters, digits, spaces and / - ? : ( ) . , ' +, which is what banks take."));
        }
        var reference = wanted.externalReference();
        if (reference != null && reference.length() > 64) {
            faults.add(new FieldFault("external_reference", "INVALID_PARAMETERS", "Use 64 characters at most."));
        }
    }
}
