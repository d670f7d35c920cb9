package io.sarf.payouts.payout;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.authorization.MayAuthorize;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.journal.Chain;
import io.sarf.payouts.journal.Change;
import io.sarf.payouts.journal.Journal;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.team.SignInTooOld;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates payouts: the row, its task and the journal entry, in the transaction of a batch. */
@ApplicationScoped
public class CreatePayouts {
    /** @param bulk whose rows they are, in order; null for payouts that are no part of a bulk payment */
    public record Made(List<Payout> payouts, @Nullable UUID bulk, Actor by) {}

    private final Payouts payouts;
    private final PayoutTasks tasks;
    private final Preparers preparers;
    private final MayAuthorize rule;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    CreatePayouts(
            Payouts payouts,
            PayoutTasks tasks,
            Preparers preparers,
            MayAuthorize rule,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.payouts = payouts;
        this.tasks = tasks;
        this.preparers = preparers;
        this.rule = rule;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** Stores the payouts of several calls, in the caller's transaction. Violated keys show here. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(List<Made> calls) {
        var all = calls.stream().flatMap(call -> call.payouts().stream()).toList();
        if (all.isEmpty()) {
            return;
        }
        calls.forEach(CreatePayouts::number);
        payouts.add(all);
        tasks.add(all);
        calls.forEach(call -> call.payouts().forEach(payout -> preparers.created(payout.scope(), payout, call.by())));
        journal.record(calls.stream()
                .flatMap(call -> call.payouts().stream().map(payout -> created(payout, call)))
                .toList());
        if (calls.stream().anyMatch(call -> call.bulk() != null || call.by().kind() == Actor.Kind.PERSON)) {
            // What else they need is in the session. At the commit it could wait long for locks.
            payouts.flush();
        }
    }

    private static void number(Made call) {
        if (call.bulk() != null) {
            for (var row = 0; row < call.payouts().size(); row++) {
                call.payouts().get(row).partOf(call.bulk(), row);
            }
        }
    }

    /**
     * Of a person who asks for it in the dashboard. Not stored yet.
     *
     * @throws Refused if it is automatic and the person may not authorize automatically
     * @throws SignInTooOld if the person may, but has to sign in again first
     */
    public Payout payout(Scope scope, PayoutId id, Parties parties, NewPayout wanted, Person person) {
        var payout = payout(id, parties, wanted, person.actor());
        if (wanted.automatic()) {
            // If a second person is required, the payout waits for one and nothing is authorized here.
            rule.require(scope, person, payout.bank(), MayAuthorize.Way.AUTOMATIC, List.of());
            if (rule.secondPerson(scope)) {
                payout.flow(AuthorizationFlow::bySecondPerson);
            }
        }
        return payout;
    }

    /** Not stored yet. {@code wanted} was validated with {@code parties}. */
    public Payout payout(PayoutId id, Parties parties, NewPayout wanted, Actor by) {
        return new Payout(
                id,
                ids.next(),
                Objects.requireNonNull(parties.source(wanted)).account(),
                Objects.requireNonNull(parties.payee(wanted)).destination(),
                wanted,
                by,
                clock.instant());
    }

    private static Change created(Payout payout, Made call) {
        return Change.of(Chain.of(payout.scope()), "payout.created", TransitionPayout.subject(payout), call.by())
                .with("to", payout.state().toString())
                .with("recipient", payout.recipient().payee().legal())
                .with("display_name", payout.recipient().payee().shownAlias())
                .with("iban", payout.recipient().iban())
                .with("amount", payout.amount().getAmount())
                .with("currency", payout.amount().getCurrencyUnit().getCode())
                .with("account", payout.sourceAccount().value())
                .with("automatic", payout.flow().automatic())
                .with("bulk", call.bulk());
    }
}
