package io.sarf.payouts.bank.sandbox;

import io.sarf.payouts.bank.BeginAnswer;
import io.sarf.payouts.bank.BeneficiaryAnswer;
import io.sarf.payouts.bank.CancelAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.NewBeneficiary;
import io.sarf.payouts.bank.Order;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.QueueAnswer;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.bank.SentOrder;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Calls about single orders and payees, of which the bank takes one at a time. No thread waits for their answers. */
final class OrderCalls {
    private final Line line;
    private final String root;
    private final Clock clock;
    /** Request ids, by which the bank detects a call that the network duplicated. */
    private final Supplier<UUID> requests;

    OrderCalls(Line line, String root, Clock clock, Supplier<UUID> requests) {
        this.line = line;
        this.root = root;
        this.clock = clock;
        this.requests = requests;
    }

    CompletionStage<BeneficiaryAnswer> add(Credentials credentials, NewBeneficiary wanted) {
        var body = Bodies.signed(credentials)
                .put("name", wanted.creditor().name())
                .put("iban", wanted.creditor().iban());
        return line.startPost(root + "/beneficiaries/" + Bodies.encoded(wanted.reference()), body)
                .thenApply(this::beneficiary);
    }

    private BeneficiaryAnswer beneficiary(BankReply reply) {
        if (!(reply instanceof BankReply.Answer answer)) {
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

    CompletionStage<QueueAnswer> queue(Credentials credentials, Order order) {
        var body = Bodies.signed(credentials)
                .put("account", order.account())
                .put("beneficiary", order.beneficiary())
                .put("amount", order.amount().getAmount().toPlainString())
                .put("currency", order.amount().getCurrencyUnit().getCode())
                .put("description", order.description())
                .put("in_portal", order.inPortal())
                .put("request_id", requests.get().toString())
                .put("sent_at", order.sentAt().toString());
        return line.startPost(path(order.reference()), body).thenApply(reply -> queued(reply, order));
    }

    private static QueueAnswer queued(BankReply reply, Order order) {
        if (reply instanceof BankReply.NeverSent) {
            return new QueueAnswer.NotTaken("The bank could not be reached");
        }
        if (!(reply instanceof BankReply.Answer answer)) {
            return new QueueAnswer.Unknown();
        }
        return switch (answer.text("answer")) {
            case "taken" ->
                Answers.isAbout(order, answer.body())
                        ? new QueueAnswer.Taken(answer.text("bank_id"))
                        : new QueueAnswer.Unknown();
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

    CompletionStage<BeginAnswer> begin(Credentials credentials, List<OurReference> references) {
        var body = Bodies.signed(credentials);
        var list = body.putArray("references");
        references.forEach(reference -> list.add(reference.value()));
        return line.startPost(root + "/authorizations", body).thenApply(this::begun);
    }

    private BeginAnswer begun(BankReply reply) {
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

    CompletionStage<CancelAnswer> cancel(Credentials credentials, OurReference reference) {
        return line.startPost(path(reference) + "/cancellation", Bodies.signed(credentials))
                .thenApply(OrderCalls::cancelled);
    }

    private static CancelAnswer cancelled(BankReply reply) {
        if (!(reply instanceof BankReply.Answer answer)) {
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

    CompletionStage<OrderStatus> status(SentOrder order) {
        return line.startGet(path(order.reference()) + "?called_at=" + order.sentAt())
                .thenApply(reply ->
                        reply instanceof BankReply.Answer answer && Answers.isAbout(order.reference(), answer.body())
                                ? Answers.status(answer.body())
                                : new OrderStatus.NoAnswer());
    }

    private String path(OurReference reference) {
        return root + "/orders/" + reference.value();
    }
}
