package io.sarf.payouts.bank.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

final class SandboxBank implements Bank {
    private final Line line;
    private final BankProfile profile;
    private final String root;
    private final Logins logins;
    private final OrderCalls orders;

    SandboxBank(Line line, BankProfile profile, Clock clock, Supplier<UUID> requests) {
        this.line = line;
        this.profile = profile;
        this.root = "/v1/banks/" + profile.identifier();
        this.logins = new Logins(line, root, clock);
        this.orders = new OrderCalls(line, root, clock, requests);
    }

    @Override
    public BankProfile profile() {
        return profile;
    }

    @Override
    public ConnectAnswer connect(Credentials credentials) {
        return logins.connect(credentials);
    }

    @Override
    public ConnectAnswer completeConnect(String challenge, String otp) {
        return logins.completeConnect(challenge, otp);
    }

    @Override
    public ReserveAnswer reserve(Credentials credentials) {
        return logins.reserve(credentials);
    }

    @Override
    public boolean release(String bankUser) {
        return logins.release(bankUser);
    }

    @Override
    public AccountsAnswer accounts(Credentials credentials) {
        return logins.accounts(credentials);
    }

    @Override
    public List<CompletionStage<BeneficiaryAnswer>> addBeneficiaries(
            Credentials credentials, List<NewBeneficiary> beneficiaries) {
        return beneficiaries.stream().map(one -> orders.add(credentials, one)).toList();
    }

    @Override
    public List<CompletionStage<QueueAnswer>> queue(Credentials credentials, List<Order> several) {
        return several.stream().map(one -> orders.queue(credentials, one)).toList();
    }

    @Override
    public CompletionStage<BeginAnswer> begin(Credentials credentials, List<OurReference> references) {
        return orders.begin(credentials, references);
    }

    @Override
    public CompleteAnswer complete(Credentials credentials, String challenge, String otp) {
        return complete(credentials, challenge, otp, 1);
    }

    @Override
    public CompleteAnswer complete(Credentials credentials, String challenge, String otp, int orders) {
        ObjectNode body = Bodies.signed(credentials).put("otp", otp);
        if (!(line.post(root + "/authorizations/" + Bodies.encoded(challenge), body, Bank.longerFor(orders))
                instanceof BankReply.Answer answer)) {
            return new CompleteAnswer.Unknown();
        }
        return switch (answer.text("answer")) {
            case "done" -> new CompleteAnswer.Done(Answers.verdicts(answer.body()));
            case "wrong_otp" ->
                new CompleteAnswer.WrongOtp(answer.body().path("attempts_left").asInt());
            case "closed" -> new CompleteAnswer.Closed(Answers.code(answer.text("code")));
            case "denied" ->
                Answers.expired(answer) ? new CompleteAnswer.CredentialsExpired() : new CompleteAnswer.Unknown();
            default -> new CompleteAnswer.Unknown();
        };
    }

    @Override
    public CompletionStage<CancelAnswer> cancel(Credentials credentials, OurReference reference) {
        return orders.cancel(credentials, reference);
    }

    @Override
    public List<CompletionStage<OrderStatus>> status(List<SentOrder> several) {
        return several.stream().map(orders::status).toList();
    }

    @Override
    public ChangesAnswer changesSince(String cursor) {
        if (!(line.get(root + "/changes?after=" + Bodies.encoded(cursor)) instanceof BankReply.Answer answer)
                || !answer.body().path("changes").isArray()) {
            return new ChangesAnswer.NoAnswer();
        }
        List<ChangesAnswer.Change> changes = new ArrayList<>();
        for (JsonNode one : answer.body().path("changes")) {
            changes.add(new ChangesAnswer.Change(
                    one.path("reference").asText(), one.path("account").asText(), Answers.status(one)));
        }
        return new ChangesAnswer.Changes(changes, answer.text("next"));
    }
}
