package io.sarf.payouts.bulk;

import io.sarf.payouts.api.ApiAnswer;
import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.api.FieldFault;
import io.sarf.payouts.api.GatheredFaults;
import io.sarf.payouts.api.JsonBody;
import io.sarf.payouts.api.WrongField;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.SourceAccount;
import io.sarf.payouts.creation.ClientCalls;
import io.sarf.payouts.creation.CreationQueue;
import io.sarf.payouts.destination.NewDestination;
import io.sarf.payouts.destination.StoreDestinations;
import io.sarf.payouts.idempotency.Operation;
import io.sarf.payouts.journal.Actor;
import io.sarf.payouts.payout.CheckPayout;
import io.sarf.payouts.payout.CreatePayouts;
import io.sarf.payouts.payout.NewPayout;
import io.sarf.payouts.payout.Parties;
import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutWords;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.Money;

/** Creates bulk payments: the payees that a call brings, the bulk payment and its payouts, all of it or nothing. */
@ApplicationScoped
class CreateBulk {
    private static final String PAYEE = "payment_destination_id";

    private final BulkPayments bulks;
    private final StoreDestinations storeDestinations;
    private final Parties.Lookup lookup;
    private final CheckPayout check;
    private final CreatePayouts create;

    CreateBulk(
            BulkPayments bulks,
            StoreDestinations storeDestinations,
            Parties.Lookup lookup,
            CheckPayout check,
            CreatePayouts create) {
        this.bulks = bulks;
        this.storeDestinations = storeDestinations;
        this.lookup = lookup;
        this.check = check;
        this.create = create;
    }

    /** @throws ApiFault with all faults of the body itself */
    ClientCalls.Body read(JsonBody body) {
        var lines = lines(body);
        return new ClientCalls.Body(
                lines.stream().map(NewBulkBody.Line::wanted).toList(), (call, parties) -> plan(call, lines, parties));
    }

    private static List<NewBulkBody.Line> lines(JsonBody body) {
        var missing = new ArrayList<WrongField>();
        var lines = body.as(NewBulkBody.class).lines(missing);
        var gathered = new GatheredFaults();
        missing.forEach(field -> gathered.add(ApiCode.INVALID_PARAMETERS, field));
        gather(gathered, lines, NewPayout::faultsOfItself, fault -> true);
        gathered.raise();
        return lines;
    }

    private CreationQueue.Call.Plan plan(CreationQueue.Call call, List<NewBulkBody.Line> lines, Parties parties) {
        check(lines, parties, fault -> !fault.field().equals(PAYEE));
        var source = Objects.requireNonNull(
                parties.sources().get(lines.get(0).wanted().account()));
        var bulk = bulks.unsaved(call.scope(), source.account(), total(source.account(), lines), lines.size());
        return new CreationQueue.Call.Plan(
                ApiAnswer.of(Operation.BULK_PAYMENTS.success(), BulkPayments.created(bulk, source.account())),
                () -> payouts(call, lines, parties, source.connection(), bulk));
    }

    private CreatePayouts.Made payouts(
            CreationQueue.Call call,
            List<NewBulkBody.Line> lines,
            Parties known,
            BankConnection bank,
            BulkPayment bulk) {
        var complete = lines;
        var parties = known;
        if (lines.stream().anyMatch(line -> line.payee() != null)) {
            complete = withPayees(call.scope(), lines, bank, call.by());
            parties = lookup.of(
                    call.scope(),
                    complete.stream().map(NewBulkBody.Line::wanted).toList());
            // A payee that was stored before may not be payable. No other fault is possible here.
            check(complete, parties, fault -> true);
        }
        bulks.add(call.scope(), bulk, call.by());
        var made = new ArrayList<Payout>(complete.size());
        for (var line : complete) {
            made.add(create.payout(call.wanted().get(made.size()).id(), parties, line.wanted(), call.by()));
        }
        return new CreatePayouts.Made(made, bulk.id(), call.by());
    }

    private List<NewBulkBody.Line> withPayees(
            Scope scope, List<NewBulkBody.Line> lines, BankConnection connection, Actor by) {
        var brought = new ArrayList<NewDestination>();
        for (var line : lines) {
            if (line.payee() != null) {
                brought.add(line.payee());
            }
        }
        var made = storeDestinations.all(scope, brought, connection, by).iterator();
        return lines.stream()
                .map(line -> line.payee() == null ? line : line.to(made.next().id()))
                .toList();
    }

    /** @param ofLinesWithPayee which faults count for entries with a payee of their own, which has no id at first */
    private void check(List<NewBulkBody.Line> lines, Parties parties, Predicate<FieldFault> ofLinesWithPayee) {
        var gathered = new GatheredFaults();
        gather(gathered, lines, one -> check.faults(parties, one, PayoutWords.faultsInEnglish()), ofLinesWithPayee);
        gathered.raise();
    }

    private static void gather(
            GatheredFaults gathered,
            List<NewBulkBody.Line> lines,
            Function<NewPayout, List<FieldFault>> faults,
            Predicate<FieldFault> ofLinesWithPayee) {
        for (var line : lines) {
            for (var fault : faults.apply(line.wanted())) {
                if (line.payee() == null || ofLinesWithPayee.test(fault)) {
                    gathered.addOnce(ApiCode.valueOf(fault.code()), field(line, fault));
                }
            }
        }
    }

    private static WrongField field(NewBulkBody.Line line, FieldFault fault) {
        var wanted = line.wanted();
        return switch (fault.field()) {
            case "account_id", "authorize_payment" ->
                new WrongField(
                        fault.field(),
                        fault.field().equals("account_id") ? wanted.account().toString() : "true",
                        fault.message());
            case PAYEE ->
                line.payee() == null
                        ? new WrongField(
                                line.path() + ".destination_id",
                                wanted.destination().toString(),
                                fault.message())
                        : new WrongField(line.path() + ".destination_details", null, fault.message());
            case "amount" ->
                new WrongField(line.path() + ".amount", wanted.amount().toPlainString(), fault.message());
            default -> new WrongField(line.path() + "." + fault.field(), null, fault.message());
        };
    }

    private static Money total(SourceAccount account, List<NewBulkBody.Line> lines) {
        var total = lines.stream().map(line -> line.wanted().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Money.of(account.currency(), total, RoundingMode.UNNECESSARY);
    }
}
