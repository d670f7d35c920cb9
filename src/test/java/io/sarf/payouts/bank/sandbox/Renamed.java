package io.sarf.payouts.bank.sandbox;

import io.sarf.payouts.bank.AccountsAnswer;
import io.sarf.payouts.bank.Bank;
import io.sarf.payouts.bank.BankProfile;
import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.bank.BeneficiaryAnswer;
import io.sarf.payouts.bank.CancelAnswer;
import io.sarf.payouts.bank.ChangesAnswer;
import io.sarf.payouts.bank.CompleteAnswer;
import io.sarf.payouts.bank.ConnectAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.NewBeneficiary;
import io.sarf.payouts.bank.Order;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.bank.ReserveAnswer;
import io.sarf.payouts.bank.SentOrder;
import io.sarf.testing.SingleCalls;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A bank under another name: the product of a test knows the development stack's one by its own already. */
public class Renamed extends SingleCalls {
    private final Bank bank;
    private final BankProfile profile;

    public Renamed(Bank bank, BankProfile profile) {
        this.bank = bank;
        this.profile = profile;
    }

    @Override
    public BankProfile profile() {
        return profile;
    }

    @Override
    public ConnectAnswer connect(Credentials credentials) {
        return bank.connect(credentials);
    }

    @Override
    public ConnectAnswer completeConnect(String challenge, String otp) {
        return bank.completeConnect(challenge, otp);
    }

    @Override
    public ReserveAnswer reserve(Credentials credentials) {
        return bank.reserve(credentials);
    }

    @Override
    public boolean release(String bankUser) {
        return bank.release(bankUser);
    }

    @Override
    public AccountsAnswer accounts(Credentials credentials) {
        return bank.accounts(credentials);
    }

    @Override
    public BeneficiaryAnswer addBeneficiary(Credentials credentials, NewBeneficiary beneficiary) {
        return answer(bank.addBeneficiaries(credentials, List.of(beneficiary)).get(0));
    }

    @Override
    public QueueAnswer queue(Credentials credentials, Order order) {
        return answer(bank.queue(credentials, List.of(order)).get(0));
    }

    @Override
    public BeginAnswer beginOnce(Credentials credentials, List<OurReference> references) {
        return answer(bank.begin(credentials, references));
    }

    @Override
    public CompleteAnswer complete(Credentials credentials, String challenge, String otp) {
        return bank.complete(credentials, challenge, otp);
    }

    @Override
    public CompleteAnswer complete(Credentials credentials, String challenge, String otp, int orders) {
        return bank.complete(credentials, challenge, otp, orders);
    }

    @Override
    public CancelAnswer cancelOne(Credentials credentials, OurReference reference) {
        return answer(bank.cancel(credentials, reference));
    }

    @Override
    public OrderStatus status(OurReference reference, Instant sentAt) {
        return answer(bank.status(List.of(new SentOrder(reference, sentAt))).get(0));
    }

    @Override
    public ChangesAnswer changesSince(String cursor) {
        return bank.changesSince(cursor);
    }

    private static <A> A answer(CompletionStage<A> call) {
        return call.toCompletableFuture().join();
    }
}
