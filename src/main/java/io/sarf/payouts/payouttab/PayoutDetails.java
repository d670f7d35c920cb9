package io.sarf.payouts.payouttab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sarf.payouts.authorization.AuthorizeSubjects;
import io.sarf.payouts.authorization.MayAuthorize;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.connection.SourceAccounts;
import io.sarf.payouts.destination.PayeeChanges;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.money.MoneyText;
import io.sarf.payouts.payout.ApiStatus;
import io.sarf.payouts.payout.MayRelease;
import io.sarf.payouts.payout.NameMismatches;
import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutStatus;
import io.sarf.payouts.payout.PayoutWords;
import io.sarf.payouts.payout.Preparers;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.web.Shown;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PayoutDetails {
    private final SourceAccounts accounts;
    private final Banks banks;
    private final Journal journal;
    private final NameMismatches names;
    private final MayAuthorize mayAuthorize;
    private final MayRelease mayRelease;
    private final Preparers preparers;
    private final AuthorizeSubjects authorize;
    private final PayoutWords words;
    private final PayeeChanges changes;
    private final ObjectMapper json;

    PayoutDetails(
            SourceAccounts accounts,
            Banks banks,
            Journal journal,
            NameMismatches names,
            MayAuthorize mayAuthorize,
            MayRelease mayRelease,
            Preparers preparers,
            AuthorizeSubjects authorize,
            PayoutWords words,
            PayeeChanges changes,
            ObjectMapper json) {
        this.accounts = accounts;
        this.banks = banks;
        this.journal = journal;
        this.names = names;
        this.mayAuthorize = mayAuthorize;
        this.mayRelease = mayRelease;
        this.preparers = preparers;
        this.authorize = authorize;
        this.words = words;
        this.changes = changes;
        this.json = json;
    }

    PayoutPages.Show page(Payout payout, Person reader) {
        var scope = payout.scope();
        var account = accounts.require(scope, payout.sourceAccount());
        var mismatched = names.blocks(payout);
        return new PayoutPages.Show(
                scope.path() + "/payouts",
                scope.path() + "/activity?subject=" + payout.id(),
                payout.id().toString(),
                text(payout.orderAtBank().payment()),
                payout.recipient().payee(),
                Shown.iban(payout.recipient().iban()),
                scope.path() + "/destinations/" + payout.destination(),
                MoneyText.shown(payout.amount()),
                payout.amount().getCurrencyUnit().getCode(),
                MoneyText.inWords(payout.amount(), words.locale()),
                mismatched ? words.nameMismatch() : words.badge(payout),
                words.flow(payout.flow()),
                payout.terms().description(),
                payout.terms().externalReference(),
                account.name(),
                Shown.iban(account.iban()),
                bankName(payout.bank()),
                payout.orderAtBank().bankReference(),
                payout.orderAtBank().reference().value(),
                reason(payout),
                payout.reason().message(),
                words.actors().who(payout.createdBy().kind(), payout.createdBy().name()),
                words.time(payout.createdAt()),
                words.time(payout.updatedAt()),
                mismatched,
                accepted(payout),
                cancellable(payout),
                options(payout, reader, mismatched),
                authorizationUrl(payout, reader),
                edited(payout),
                payout.state().outcome() == null && ApiStatus.of(payout.status()) != ApiStatus.FAILED,
                events(payout));
    }

    private PayoutPages.AuthorizationOptions options(Payout payout, Person reader, boolean mismatched) {
        return new PayoutPages.AuthorizationOptions(
                !mismatched && payout.waits(),
                !mismatched && releasable(payout, reader),
                refusal(payout, reader, mismatched ? MayAuthorize.Way.NAME : MayAuthorize.Way.CODE),
                payout.waits() && payout.flow().forSecondPerson());
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private @Nullable String reason(Payout payout) {
        var code = payout.reason().code();
        return code == null ? null : words.reason(code);
    }

    private boolean releasable(Payout payout, Person reader) {
        return payout.waits()
                && mayRelease.released(payout.scope(), payout)
                && refusal(payout, reader, MayAuthorize.Way.RELEASE) == null;
    }

    private static boolean cancellable(Payout payout) {
        return switch (payout.status()) {
            case CREATED, AWAITING_AUTHORIZATION -> true;
            case QUEUEING -> !payout.cancellationRequested();
            default -> false;
        };
    }

    /** None before the payout is sent: it will use the payee's current data. */
    private List<PayeeChanges.Line> edited(Payout payout) {
        return payout.status() == PayoutStatus.CREATED
                ? List.of()
                : changes.since(
                        payout.scope(), payout.destination(), payout.recipient().revision(), words.language());
    }

    private @Nullable String refusal(Payout payout, Person reader, MayAuthorize.Way way) {
        var scope = payout.scope();
        var prepared = way != MayAuthorize.Way.NAME
                && mayAuthorize.secondPerson(scope)
                && !preparers.preparedBy(scope, reader.id(), List.of(payout)).isEmpty();
        return mayAuthorize
                .refusal(scope, reader, payout.bank(), way)
                .map(Refused::reason)
                .orElse(prepared ? words.messages().preparedByYou() : null);
    }

    private @Nullable String accepted(Payout payout) {
        var accepted = payout.nameAccepted();
        return accepted == null
                ? null
                : words.messages()
                        .nameAcceptedBy(accepted.by(), words.time(accepted.at()).shown());
    }

    private @Nullable String authorizationUrl(Payout payout, Person reader) {
        var authorization = payout.flow().authorization();
        return authorization == null || payout.status() != PayoutStatus.AUTHORIZING
                ? null
                : authorize.pageOf(payout.scope(), reader, authorization).orElse(null);
    }

    private List<PayoutPages.Event> events(Payout payout) {
        var actors = words.actors();
        // Activity shows the mails; here only the payout's own events appear.
        return journal.of(payout.scope(), payout.id().value()).stream()
                .filter(entry -> entry.type().startsWith("payout."))
                .map(entry -> new PayoutPages.Event(
                        words.event(entry.type()),
                        actors.who(entry.actor(), this::bankName),
                        words.time(entry.at()),
                        kind(entry.type()),
                        message(entry.details()),
                        entry.event()))
                .toList();
    }

    private String bankName(String identifier) {
        return banks.name(identifier, words.language());
    }

    private static String kind(String type) {
        return switch (type) {
            case "payout.accepted" -> "accepted";
            case "payout.processed" -> "done";
            case "payout.refused", "payout.refused_by_approver", "payout.rejected", "payout.unsendable" -> "failed";
            case "payout.queued", "payout.authorization_begun", "payout.released_on_demand" -> "waiting";
            default -> "neutral";
        };
    }

    private @Nullable String message(String details) {
        try {
            var message = json.readTree(details).get("message");
            return message == null || message.isNull() ? null : message.asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The journal keeps JSON", e);
        }
    }
}
