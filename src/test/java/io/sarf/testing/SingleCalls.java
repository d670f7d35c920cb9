package io.sarf.testing;

import io.sarf.payouts.bank.Bank;
import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.bank.BeneficiaryAnswer;
import io.sarf.payouts.bank.CancelAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.NewBeneficiary;
import io.sarf.payouts.bank.Order;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.bank.SentOrder;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** A bank of a test that answers one at a time, on the thread of the caller unless it says otherwise. */
public abstract class SingleCalls implements Bank {
    public abstract BeneficiaryAnswer addBeneficiary(Credentials credentials, NewBeneficiary beneficiary);

    public abstract QueueAnswer queue(Credentials credentials, Order order);

    public abstract BeginAnswer beginOnce(Credentials credentials, List<OurReference> references);

    public abstract CancelAnswer cancelOne(Credentials credentials, OurReference reference);

    public abstract OrderStatus status(OurReference reference, Instant sentAt);

    /** Where it works. */
    protected Executor executor() {
        return Runnable::run;
    }

    private <A> CompletionStage<A> call(Supplier<A> single) {
        var answer = new CompletableFuture<A>();
        executor().execute(() -> {
            try {
                answer.complete(single.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    @Override
    public List<CompletionStage<BeneficiaryAnswer>> addBeneficiaries(
            Credentials credentials, List<NewBeneficiary> beneficiaries) {
        return beneficiaries.stream()
                .map(one -> call(() -> addBeneficiary(credentials, one)))
                .toList();
    }

    @Override
    public List<CompletionStage<QueueAnswer>> queue(Credentials credentials, List<Order> orders) {
        return orders.stream().map(one -> call(() -> queue(credentials, one))).toList();
    }

    @Override
    public CompletionStage<BeginAnswer> begin(Credentials credentials, List<OurReference> references) {
        return call(() -> beginOnce(credentials, references));
    }

    @Override
    public CompletionStage<CancelAnswer> cancel(Credentials credentials, OurReference reference) {
        return call(() -> cancelOne(credentials, reference));
    }

    @Override
    public List<CompletionStage<OrderStatus>> status(List<SentOrder> orders) {
        return orders.stream()
                .map(one -> call(() -> status(one.reference(), one.sentAt())))
                .toList();
    }
}
