package io.sarf.payouts.payouttab;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.authorization.MayAuthorize;
import io.sarf.payouts.bank.NameCheck;
import io.sarf.payouts.connection.AccountId;
import io.sarf.payouts.connection.SourceAccount;
import io.sarf.payouts.connection.SourceAccounts;
import io.sarf.payouts.destination.Destination;
import io.sarf.payouts.destination.DestinationId;
import io.sarf.payouts.destination.Destinations;
import io.sarf.payouts.money.MoneyText;
import io.sarf.payouts.payout.CheckPayout;
import io.sarf.payouts.payout.NewPayout;
import io.sarf.payouts.payout.PayoutWords;
import io.sarf.payouts.payout.Payouts;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.web.Shown;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Validates the form of a new payout: faults by field, choices, and warnings for the review. */
@ApplicationScoped
class PayoutDraft {
    record Reviewed(SourceAccount account, Destination payee, Money amount, List<String> warnings) {}

    /** The form's field names by the API's. */
    private static final Map<String, String> FIELDS = Map.of(
            "account_id", "account",
            "payment_destination_id", "destination",
            "authorize_payment", "automatic",
            "currency", "account");

    private final CheckPayout check;
    private final MayAuthorize rule;
    private final Payouts payouts;
    private final SourceAccounts accounts;
    private final Destinations destinations;
    private final PayoutWords words;
    private final Ids ids;
    private final Clock clock;

    PayoutDraft(
            CheckPayout check,
            MayAuthorize rule,
            Payouts payouts,
            SourceAccounts accounts,
            Destinations destinations,
            PayoutWords words,
            Ids ids,
            Clock clock) {
        this.check = check;
        this.rule = rule;
        this.payouts = payouts;
        this.accounts = accounts;
        this.destinations = destinations;
        this.words = words;
        this.ids = ids;
        this.clock = clock;
    }

    /** Messages by form field. Gives the form an id if it has none. */
    Map<String, String> faults(Scope scope, Person person, PayoutForm typed) {
        var faults = new LinkedHashMap<String, String>();
        if (!uuid(typed.id)) {
            // Only a forged form has no id. A second submission of it is not recognized.
            typed.id = ids.next().toString();
        }
        if (!uuid(typed.account)) {
            faults.put("account", messages().chooseOne());
        }
        if (!uuid(typed.destination)) {
            faults.put("destination", messages().chooseOne());
        }
        var readable = MoneyText.read(typed.amount).isPresent();
        if (!readable) {
            faults.put("amount", messages().notAnAmount());
        }
        check.faults(scope, read(typed), words.faults()).stream()
                .filter(fault -> readable || !fault.field().equals("amount"))
                .forEach(fault ->
                        faults.putIfAbsent(FIELDS.getOrDefault(fault.field(), fault.field()), fault.message()));
        if (typed.automatic) {
            accounts.find(scope, read(typed).account())
                    .flatMap(account -> rule.refusal(scope, person, account.bank(), MayAuthorize.Way.AUTOMATIC))
                    .ifPresent(refused -> faults.putIfAbsent("automatic", refused.reason()));
        }
        return faults;
    }

    /** Why the person may not authorize automatically, whatever the account; null if they may from at least one. */
    @Nullable
    String notAutomatic(Scope scope, Person person) {
        var refusals = accounts.all(scope).stream()
                .map(SourceAccount::bank)
                .distinct()
                .map(bank -> rule.refusal(scope, person, bank, MayAuthorize.Way.AUTOMATIC))
                .toList();
        return refusals.isEmpty() || refusals.stream().anyMatch(Optional::isEmpty)
                ? null
                : refusals.get(0).map(Refused::reason).orElse(null);
    }

    NewPayout read(PayoutForm typed) {
        return new NewPayout(
                new AccountId(uuid(typed.account) ? UUID.fromString(typed.account) : new UUID(0, 0)),
                new DestinationId(uuid(typed.destination) ? UUID.fromString(typed.destination) : new UUID(0, 0)),
                MoneyText.read(typed.amount).orElse(BigDecimal.ZERO),
                null,
                typed.description.strip(),
                typed.externalReference.isBlank() ? null : typed.externalReference.strip(),
                typed.automatic);
    }

    Reviewed reviewed(Scope scope, PayoutForm typed) {
        var wanted = read(typed);
        var account = accounts.require(scope, wanted.account());
        var payee = destinations.require(scope, wanted.destination());
        var amount = Money.of(account.currency(), wanted.amount(), RoundingMode.UNNECESSARY);
        var warnings = new ArrayList<String>();
        var messages = words.messages();
        if (payouts.twin(scope, payee.id(), wanted.amount(), clock.instant().minus(Duration.ofHours(24)))) {
            warnings.add(messages().warnTwin());
        }
        if (payouts.paidBefore(scope, List.of(payee.id())).isEmpty()) {
            warnings.add(messages().warnFirst());
        }
        if (wanted.automatic() && rule.secondPerson(scope)) {
            warnings.add(messages().warnSecondPerson());
        }
        if (amount.isGreaterThan(account.balance())) {
            warnings.add(messages().warnBalance());
        }
        destinations.beneficiary(scope, payee.id()).ifPresent(beneficiary -> {
            if (beneficiary.nameCheck() == NameCheck.Result.NO_MATCH) {
                warnings.add(messages().warnName());
            }
            if (!beneficiary.ready()) {
                warnings.add(messages().warnCoolOff());
            }
        });
        return new Reviewed(account, payee, amount, warnings);
    }

    List<NewPayoutPages.Choice> accounts(Scope scope, PayoutForm typed) {
        return accounts.all(scope).stream()
                .map(account -> new NewPayoutPages.Choice(
                        account.id().toString(),
                        Shown.line(
                                account.name(),
                                Shown.iban(account.iban()),
                                account.currency().getCode() + " " + MoneyText.shown(account.balance())),
                        account.id().toString().equals(typed.account)))
                .toList();
    }

    List<NewPayoutPages.Choice> payees(Scope scope, PayoutForm typed) {
        var newest = destinations.newest(scope, "", null, 500);
        var known = destinations.beneficiaries(
                scope, newest.stream().map(Destination::id).toList());
        return newest.stream()
                .filter(one ->
                        known.containsKey(one.id()) && !known.get(one.id()).refused())
                .map(one -> new NewPayoutPages.Choice(
                        one.id().toString(),
                        one.payeeName().line(Shown.iban(one.iban())),
                        one.id().toString().equals(typed.destination)))
                .toList();
    }

    private static boolean uuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private NewPayoutMessages messages() {
        return NewPayoutWords.in(words.language());
    }
}
