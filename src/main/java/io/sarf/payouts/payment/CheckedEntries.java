package io.sarf.payouts.payment;

import io.sarf.payouts.api.ApiAnswer;
import io.sarf.payouts.api.ApiCode;
import io.sarf.payouts.api.FieldFault;
import io.sarf.payouts.api.GatheredFaults;
import io.sarf.payouts.api.WrongField;
import io.sarf.payouts.creation.CreationQueue;
import io.sarf.payouts.idempotency.Operation;
import io.sarf.payouts.payout.CheckPayout;
import io.sarf.payouts.payout.CreatePayouts;
import io.sarf.payouts.payout.NewPayout;
import io.sarf.payouts.payout.Parties;
import io.sarf.payouts.payout.PayoutWords;
import java.util.List;
import java.util.function.Function;

/** The entries of a well-formed body: their faults name the field of the body that is wrong. */
record CheckedEntries(CheckPayout check, CreatePayouts create, List<NewPaymentBody.Entry> entries)
        implements CreationQueue.Call.Rules {
    @Override
    public CreationQueue.Call.Plan plan(CreationQueue.Call call, Parties parties) {
        var faults = new GatheredFaults();
        gather(faults, entries, one -> check.faults(parties, one, PayoutWords.faultsInEnglish()));
        faults.raise();
        var made = call.wanted().stream()
                .map(one -> create.payout(one.id(), parties, one.payout(), call.by()))
                .toList();
        return new CreationQueue.Call.Plan(
                ApiAnswer.of(Operation.PAYMENT.success(), PaymentViews.created(parties, made)),
                () -> new CreatePayouts.Made(made, null, call.by()));
    }

    static void gather(
            GatheredFaults faults, List<NewPaymentBody.Entry> entries, Function<NewPayout, List<FieldFault>> check) {
        for (var entry : entries) {
            for (var fault : check.apply(entry.wanted())) {
                faults.add(ApiCode.valueOf(fault.code()), field(entry, fault));
            }
        }
    }

    private static WrongField field(NewPaymentBody.Entry entry, FieldFault fault) {
        var wanted = entry.wanted();
        var outer = entry.path().substring(0, entry.path().indexOf(".destination_details"));
        return switch (fault.field()) {
            case "account_id" ->
                new WrongField(outer + ".account_id", wanted.account().toString(), fault.message());
            case "payment_destination_id" ->
                new WrongField(
                        entry.path() + ".payment_destination_id",
                        wanted.destination().toString(),
                        fault.message());
            case "amount" ->
                new WrongField(entry.path() + ".amount", wanted.amount().toPlainString(), fault.message());
            case "currency" -> new WrongField(entry.currencyField(), wanted.currency(), fault.message());
            case "description" -> new WrongField(entry.path() + ".description", wanted.description(), fault.message());
            default -> new WrongField(entry.path() + "." + fault.field(), null, fault.message());
        };
    }
}
