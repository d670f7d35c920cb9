package io.sarf.payouts.review;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.authorization.AuthorizeSubjects;
import io.sarf.payouts.authorization.MayAuthorize;
import io.sarf.payouts.authorization.Subjects;
import io.sarf.payouts.destination.Destination;
import io.sarf.payouts.destination.Destinations;
import io.sarf.payouts.money.MoneyText;
import io.sarf.payouts.money.Total;
import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.payout.PayoutWords;
import io.sarf.payouts.payout.Payouts;
import io.sarf.payouts.payout.WaitingPayouts;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.web.PayeeName;
import io.sarf.payouts.web.Shown;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A person's selection as the review shows it: exactly what will be authorized, and what not. */
@ApplicationScoped
public class SelectedPayouts {
    public record Line(
            String pick, PayeeName payee, String iban, String amount, String currency, boolean first, boolean edited) {}

    /** @param authorizationUrl the URL of the authorization that contains it; null if that is not the reader's */
    public record LeftOut(
            PayeeName payee,
            String iban,
            String amount,
            String currency,
            String why,
            @Nullable String authorizationUrl) {}

    /** @param why the reason of a failure; null without one */
    public record Now(
            UUID payout,
            PayeeName payee,
            String iban,
            String amount,
            String currency,
            String kind,
            String state,
            @Nullable String why) {}

    /** @param bank where all lines wait; null if there are none */
    public record Selection(@Nullable String bank, List<Line> lines, List<Total> totals, List<LeftOut> leftOut) {
        /** All picks as one field: a form with one for each would have too many. */
        public String picks() {
            return lines.stream().map(Line::pick).collect(Collectors.joining(" "));
        }
    }

    private final Payouts payouts;
    private final WaitingPayouts waiting;
    private final BlockedPayouts blocked;
    private final Destinations destinations;
    private final ExcludedPayouts leftOut;
    private final PayoutWords words;

    SelectedPayouts(
            Payouts payouts,
            WaitingPayouts waiting,
            BlockedPayouts blocked,
            Destinations destinations,
            ExcludedPayouts leftOut,
            PayoutWords words) {
        this.payouts = payouts;
        this.waiting = waiting;
        this.blocked = blocked;
        this.destinations = destinations;
        this.leftOut = leftOut;
        this.words = words;
    }

    /**
     * Waiting payouts as lines, the others with the reason why they are left out.
     *
     * @throws Refused if there are none, too many, or waiting ones of several banks
     */
    public Selection of(Scope scope, Person person, MayAuthorize.Way way, Collection<PayoutId> ids) {
        limited(ids);
        return sorted(scope, person, way, payouts.those(scope, ids));
    }

    Selection waitingAt(Scope scope, Person person, String bank) {
        return sorted(scope, person, MayAuthorize.Way.CODE, waiting.longest(scope, bank, AuthorizeSubjects.MOST));
    }

    /** @throws Refused if a payout has changed since it was selected */
    public Selection asShown(Scope scope, Person person, MayAuthorize.Way way, List<String> picks) {
        var picked = new HashSet<>(read(picks));
        var chosen = payouts.those(
                scope, picked.stream().map(SelectedRevision::payout).toList());
        for (var payout : chosen) {
            if (!payout.waits() || !picked.contains(SelectedRevision.of(payout))) {
                throw new Refused(
                        Subjects.CHANGED,
                        words.messages()
                                .changedMeanwhile(payout.recipient().payee().legal()));
            }
        }
        return sorted(scope, person, way, chosen);
    }

    /** @throws Refused if there are none, too many, or the text is malformed */
    public Map<UUID, Long> picked(List<String> picks) {
        return read(picks).stream()
                .collect(Collectors.toMap(pick -> pick.payout().value(), SelectedRevision::revision, Math::min));
    }

    /** @throws Refused if there are several banks */
    public String bank(Scope scope, Set<UUID> ids) {
        var found = payouts.those(scope, ids.stream().map(PayoutId::new).toList());
        if (found.size() < ids.size()) {
            throw new Missing("payout");
        }
        return oneBank(found);
    }

    public List<Now> now(Scope scope, Collection<UUID> ids) {
        return payouts.those(scope, ids.stream().map(PayoutId::new).toList()).stream()
                .sorted(Comparator.comparing(Payout::createdAt))
                .map(payout -> {
                    var badge = words.badge(payout);
                    return new Now(
                            payout.id().value(),
                            payout.recipient().payee(),
                            Shown.iban(payout.recipient().iban()),
                            MoneyText.shown(payout.amount()),
                            payout.amount().getCurrencyUnit().getCode(),
                            badge.kind(),
                            badge.label(),
                            payout.reason().message());
                })
                .toList();
    }

    /** @param fields each with one pick or with several, separated by spaces */
    List<SelectedRevision> read(List<String> fields) {
        var picks = fields.stream()
                .flatMap(field -> Arrays.stream(field.split(" ")))
                .toList();
        limited(picks);
        return picks.stream()
                .map(pick -> SelectedRevision.read(pick).orElseThrow(this::nothing))
                .toList();
    }

    String oneBank(List<Payout> chosen) {
        var banks = chosen.stream().map(Payout::bank).distinct().toList();
        if (banks.isEmpty()) {
            throw nothing();
        } else if (banks.size() > 1) {
            throw new Refused("SEVERAL_BANKS", messages().oneBank());
        }
        return banks.get(0);
    }

    private void limited(Collection<?> selected) {
        if (selected.isEmpty()) {
            throw nothing();
        } else if (selected.size() > AuthorizeSubjects.MOST) {
            throw new Refused("TOO_MANY", messages().tooMany(AuthorizeSubjects.MOST, selected.size()));
        }
    }

    private Refused nothing() {
        return new Refused("NOTHING_SELECTED", messages().nothingSelected());
    }

    private Selection sorted(Scope scope, Person person, MayAuthorize.Way way, List<Payout> found) {
        if (found.isEmpty()) {
            throw nothing();
        }
        var oldestFirst =
                found.stream().sorted(Comparator.comparing(Payout::createdAt)).toList();
        var blockedFor = blocked.reasons(scope, person, way, found);
        var chosen = oldestFirst.stream()
                .filter(payout -> payout.waits() && !blockedFor.containsKey(payout.id()))
                .toList();
        var authorizable = chosen.stream().map(Payout::id).collect(Collectors.toSet());
        var destinations = chosen.stream().map(Payout::destination).distinct().toList();
        var paid = payouts.paidBefore(scope, destinations);
        var payees = this.destinations.those(scope, destinations);
        return new Selection(
                chosen.isEmpty() ? null : oneBank(chosen),
                chosen.stream()
                        .map(payout -> line(
                                payout,
                                !paid.contains(payout.destination()),
                                Objects.requireNonNull(payees.get(payout.destination()))))
                        .toList(),
                Total.of(chosen.stream().map(Payout::amount)),
                oldestFirst.stream()
                        .filter(payout -> !authorizable.contains(payout.id()))
                        .map(payout -> leftOut.of(person, payout, blockedFor.get(payout.id())))
                        .toList());
    }

    private static Line line(Payout payout, boolean first, Destination payee) {
        return new Line(
                SelectedRevision.of(payout).toString(),
                payout.recipient().payee(),
                Shown.iban(payout.recipient().iban()),
                MoneyText.shown(payout.amount()),
                payout.amount().getCurrencyUnit().getCode(),
                first,
                payee.revision() != payout.recipient().revision());
    }

    private ReviewMessages messages() {
        return ReviewWords.in(words.language());
    }
}
