package io.sarf.payouts.bank.sandbox;

import io.sarf.payouts.bank.AccountsAnswer;
import io.sarf.payouts.bank.ConnectAnswer;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.bank.ReserveAnswer;
import java.time.Clock;

final class Logins {
    private final Line line;
    private final String root;
    private final Clock clock;

    Logins(Line line, String root, Clock clock) {
        this.line = line;
        this.root = root;
        this.clock = clock;
    }

    ConnectAnswer connect(Credentials credentials) {
        return connected(line.post(root + "/sessions", Bodies.signed(credentials)));
    }

    ConnectAnswer completeConnect(String challenge, String otp) {
        return connected(line.post(
                root + "/sessions/" + Bodies.encoded(challenge), Bodies.empty().put("otp", otp)));
    }

    private ConnectAnswer connected(BankReply reply) {
        if (!(reply instanceof BankReply.Answer answer)) {
            return new ConnectAnswer.Unknown();
        }
        return switch (answer.text("answer")) {
            case "connected" ->
                new ConnectAnswer.Connected(
                        answer.text("bank_user"),
                        answer.text("display_name"),
                        answer.body().path("authorizer").asBoolean(false),
                        Answers.accounts(answer.body()));
            case "otp_needed" ->
                new ConnectAnswer.OtpNeeded(
                        answer.text("challenge"),
                        answer.text("sent_to"),
                        Answers.otpUntil(answer.body(), clock),
                        answer.body().path("attempts_left").asInt());
            case "denied" -> Answers.notConnected(answer.text("why"));
            case "wrong_otp" -> new ConnectAnswer.Refused(ConnectAnswer.Why.WRONG_OTP);
            case "closed" -> new ConnectAnswer.Refused(ConnectAnswer.Why.OTP_EXPIRED);
            case "maintenance" -> new ConnectAnswer.Refused(ConnectAnswer.Why.MAINTENANCE);
            default -> new ConnectAnswer.Unknown();
        };
    }

    ReserveAnswer reserve(Credentials credentials) {
        if (!(line.post(root + "/holds", Bodies.signed(credentials)) instanceof BankReply.Answer answer)) {
            return new ReserveAnswer.Unknown();
        }
        return switch (answer.text("answer")) {
            case "held" -> new ReserveAnswer.Reserved(answer.text("bank_user"));
            case "refused" -> new ReserveAnswer.Refused(Answers.code(answer.text("code")), answer.text("message"));
            case "denied" -> new ReserveAnswer.Refused(Answers.denied(answer.text("why")), answer.text("why"));
            case "maintenance" -> new ReserveAnswer.Refused(ReasonCode.BANK_MAINTENANCE, "Maintenance");
            default -> new ReserveAnswer.Unknown();
        };
    }

    boolean release(String bankUser) {
        return line.delete(root + "/holds/" + Bodies.encoded(bankUser)) instanceof BankReply.Answer answer
                && answer.is("released");
    }

    AccountsAnswer accounts(Credentials credentials) {
        if (!(line.post(root + "/accounts", Bodies.signed(credentials)) instanceof BankReply.Answer answer)) {
            return new AccountsAnswer.Unknown();
        }
        return switch (answer.text("answer")) {
            case "accounts" -> new AccountsAnswer.Accounts(Answers.accounts(answer.body()));
            case "denied" ->
                Answers.expired(answer) ? new AccountsAnswer.CredentialsExpired() : new AccountsAnswer.Unknown();
            default -> new AccountsAnswer.Unknown();
        };
    }
}
