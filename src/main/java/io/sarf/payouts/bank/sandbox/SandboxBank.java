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
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.bank.ReserveAnswer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

final class SandboxBank implements Bank {
    private final Line line;
    private final BankProfile profile;
    private final Clock clock;
    /** Request ids, by which the bank detects a call that the network duplicated. */
    private final Supplier<UUID> requests;

    private final String root;
    private final Logins logins;

    SandboxBank(Line line, BankProfile profile, Clock clock, Supplier<UUID> requests) {
        this.line = line;
        this.profile = profile;
        this.clock = clock;
        this.requests = requests;
        this.root = "/v1/banks/" + profile.identifier();
        this.logins = new Logins(line, root, clock);
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
    public BeneficiaryAnswer addBeneficiary(Credentials credentials, NewBeneficiary wanted) {
        ObjectNode body = Bodies.signed(credentials).put("name", wanted.name()).put("iban", wanted.iban());
        String path = root + "/beneficiaries/" + Bodies.encoded(wanted.reference());
        if (!(line.post(path, body) instanceof BankReply.Answer answer)) {
            return new BeneficiaryAnswer.Unknown();
        }
        return switch (answer.text("answer")) {
            case "active" -> new BeneficiaryAnswer.Active(answer.text("bank_id"), Answers.nameCheck(answer.body()));
            case "cool_off" ->
                new BeneficiaryAnswer.CoolOff(
                        answer.text("bank_id"),
                        Answers.instant(answer.body(), "until", clock.instant()),
                        Answers.nameCheck(answer.body()));
            case "refused" -> new BeneficiaryAnswer.Refused(Answers.code(answer.text("code")), answer.text("message"));
            case "denied" -> new BeneficiaryAnswer.Refused(Answers.denied(answer.text("why")), answer.text("why"));
            default -> new BeneficiaryAnswer.Unknown();
        };
    }

    @Override
    public QueueAnswer queue(Credentials credentials, Order order) {
        ObjectNode body = Bodies.signed(credentials)
                .put("account", order.account())
                .put("beneficiary", order.beneficiary())
                .put("amount", order.amount().getAmount().toPlainString())
                .put("currency", order.amount().getCurrencyUnit().getCode())
                .put("description", order.description())
                .put("in_portal", order.inPortal())
                .put("request_id", requests.get().toString())
                .put("sent_at", order.sentAt().toString());
        BankReply reply = line.post(order(order.reference()), body);
        if (reply instanceof BankReply.NeverSent) {
            return new QueueAnswer.NotTaken("The bank could not be reached");
        }
        if (!(reply instanceof BankReply.Answer answer)) {
            return new QueueAnswer.Unknown();
        }
        return switch (answer.text("answer")) {
            case "taken" -> new QueueAnswer.Taken(answer.text("bank_id"));
            case "refused" -> new QueueAnswer.Refused(Answers.code(answer.text("code")), answer.text("message"));
            case "denied" -> new QueueAnswer.Refused(Answers.denied(answer.text("why")), answer.text("why"));
            case "bad_request" -> new QueueAnswer.Refused(ReasonCode.UNSEEN_BANK_ERROR, answer.text("message"));
            case "maintenance" ->
                new QueueAnswer.NotTaken(
                        "The bank is closed for maintenance", Answers.instant(answer.body(), "until", Instant.EPOCH));
            case "key_refused" -> new QueueAnswer.NotTaken("The bank does not accept our key");
            default -> new QueueAnswer.Unknown();
        };
    }

    @Override
    public BeginAnswer begin(Credentials credentials, List<OurReference> references) {
        ObjectNode body = Bodies.signed(credentials);
        var list = body.putArray("references");
        references.forEach(reference -> list.add(reference.value()));
        BankReply reply = line.post(root + "/authorizations", body);
        if (reply instanceof BankReply.NeverSent) {
            return new BeginAnswer.Refused(ReasonCode.BANK_ISSUE, "The bank could not be reached");
        }
        if (!(reply instanceof BankReply.Answer answer)) {
            return new BeginAnswer.Unknown();
        }
        return switch (answer.text("answer")) {
            case "otp_needed" ->
                new BeginAnswer.OtpNeeded(
                        answer.text("challenge"),
                        answer.text("sent_to"),
                        Answers.otpUntil(answer.body(), clock),
                        answer.body().path("attempts_left").asInt());
            case "done" -> new BeginAnswer.Done(Answers.verdicts(answer.body()));
            case "refused" -> new BeginAnswer.Refused(Answers.code(answer.text("code")), answer.text("message"));
            case "denied" -> new BeginAnswer.Refused(Answers.denied(answer.text("why")), answer.text("why"));
            case "maintenance" ->
                new BeginAnswer.Refused(ReasonCode.BANK_MAINTENANCE, "The bank is closed for maintenance");
            default -> new BeginAnswer.Unknown();
        };
    }

    @Override
    public CompleteAnswer complete(Credentials credentials, String challenge, String otp) {
        ObjectNode body = Bodies.signed(credentials).put("otp", otp);
        if (!(line.post(root + "/authorizations/" + Bodies.encoded(challenge), body)
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
    public CancelAnswer cancel(Credentials credentials, OurReference reference) {
        if (!(line.post(order(reference) + "/cancellation", Bodies.signed(credentials))
                instanceof BankReply.Answer answer)) {
            return new CancelAnswer.Unknown();
        }
        return switch (answer.text("answer")) {
            case "taken_back" -> new CancelAnswer.TakenBack();
            case "too_late" ->
                new CancelAnswer.TooLate(Answers.status(answer.body().path("order")));
            case "denied" ->
                Answers.expired(answer) ? new CancelAnswer.CredentialsExpired() : new CancelAnswer.Unknown();
            default -> new CancelAnswer.Unknown();
        };
    }

    @Override
    public OrderStatus status(OurReference reference, Instant sentAt) {
        return line.get(order(reference) + "?called_at=" + sentAt) instanceof BankReply.Answer answer
                ? Answers.status(answer.body())
                : new OrderStatus.NoAnswer();
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

    private String order(OurReference reference) {
        return root + "/orders/" + reference.value();
    }
}
