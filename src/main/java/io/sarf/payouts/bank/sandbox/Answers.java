package io.sarf.payouts.bank.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.sarf.payouts.bank.BankAccount;
import io.sarf.payouts.bank.ConnectAnswer;
import io.sarf.payouts.bank.NameCheck;
import io.sarf.payouts.bank.Order;
import io.sarf.payouts.bank.OrderStatus;
import io.sarf.payouts.bank.OurReference;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.bank.Verdict;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maps answers of the bank. What cannot be parsed is unknown, never a failure or a success. */
final class Answers {
    private static final Duration USUAL_OTP_LIFE = Duration.ofMinutes(5);

    private Answers() {}

    static Instant otpUntil(JsonNode body, Clock clock) {
        return instant(body, "expires_at", clock.instant().plus(USUAL_OTP_LIFE));
    }

    static ReasonCode code(String name) {
        try {
            return ReasonCode.valueOf(name);
        } catch (IllegalArgumentException unheardOf) {
            return ReasonCode.UNSEEN_BANK_ERROR;
        }
    }

    static ReasonCode denied(String why) {
        return why.equals("LOCKED") ? ReasonCode.EU_ACCOUNT_LOCKED : ReasonCode.CREDENTIALS_UPDATE_REQUIRED;
    }

    /** Whether the login must be renewed, not only unlocked. */
    static boolean expired(BankReply.Answer denied) {
        return denied(denied.text("why")) == ReasonCode.CREDENTIALS_UPDATE_REQUIRED;
    }

    static ConnectAnswer notConnected(String why) {
        try {
            return new ConnectAnswer.Refused(ConnectAnswer.Why.valueOf(why));
        } catch (IllegalArgumentException unheardOf) {
            return new ConnectAnswer.Unknown();
        }
    }

    static List<BankAccount> accounts(JsonNode body) {
        List<BankAccount> accounts = new ArrayList<>();
        for (JsonNode account : body.path("accounts")) {
            accounts.add(new BankAccount(
                    account.path("id").asText(),
                    account.path("name").asText(),
                    account.path("account_number").asText(),
                    account.path("iban").asText(),
                    account.path("currency").asText(),
                    new BigDecimal(account.path("balance").asText())));
        }
        return accounts;
    }

    static NameCheck nameCheck(JsonNode body) {
        NameCheck.Result verdict = switch (body.path("name_check").asText()) {
            case "MATCH" -> NameCheck.Result.MATCH;
            case "CLOSE_MATCH" -> NameCheck.Result.CLOSE_MATCH;
            case "NO_MATCH" -> NameCheck.Result.NO_MATCH;
            default -> NameCheck.Result.NOT_OFFERED;
        };
        String known = body.path("known_name").asText("");
        return new NameCheck(verdict, verdict == NameCheck.Result.CLOSE_MATCH ? known : null);
    }

    static Instant instant(JsonNode body, String name, Instant otherwise) {
        try {
            return Instant.parse(body.path(name).asText());
        } catch (DateTimeParseException missing) {
            return otherwise;
        }
    }

    /** Missing, foreign, doubled and unparsable results have no verdict. */
    static Map<OurReference, Verdict> verdicts(JsonNode body) {
        Map<OurReference, List<JsonNode>> results = new HashMap<>();
        for (JsonNode one : body.path("results")) {
            String reference = one.path("reference").asText();
            if (OurReference.isOurs(reference)) {
                results.computeIfAbsent(new OurReference(reference), any -> new ArrayList<>())
                        .add(one);
            }
        }
        Map<OurReference, Verdict> verdicts = new HashMap<>();
        results.forEach((reference, said) -> {
            if (said.size() == 1) {
                verdict(said.get(0), said.get(0).path("result").asText())
                        .ifPresent(verdict -> verdicts.put(reference, verdict));
            }
        });
        return verdicts;
    }

    static boolean isAbout(OurReference reference, JsonNode answer) {
        return answer.path("reference").asText().equals(reference.value());
    }

    /** Whether the bank repeats the order's reference and amount. */
    static boolean isAbout(Order order, JsonNode answer) {
        return isAbout(order.reference(), answer)
                && answer.path("currency")
                        .asText()
                        .equals(order.amount().getCurrencyUnit().getCode())
                && answer.path("amount")
                        .asText()
                        .equals(order.amount().getAmount().toPlainString());
    }

    private static Optional<Verdict> verdict(JsonNode order, String answer) {
        ReasonCode code = code(order.path("code").asText());
        String message = order.path("message").asText();
        return switch (answer) {
            case "accepted" ->
                Optional.of(new Verdict.Accepted(order.path("bank_reference").asText()));
            case "pending" -> Optional.of(new Verdict.Pending());
            case "refused" -> Optional.of(new Verdict.Refused(code, message));
            case "refused_by_approver" -> Optional.of(new Verdict.RefusedByApprover(message));
            default -> Optional.empty();
        };
    }

    static OrderStatus status(JsonNode order) {
        String bankReference = order.path("bank_reference").asText();
        ReasonCode code = code(order.path("code").asText());
        String message = order.path("message").asText();
        String status = order.path("status").asText();
        return switch (status) {
            case "not_known" ->
                new OrderStatus.NotKnownHere(order.path("guaranteed").asBoolean(false));
            case "queued" -> new OrderStatus.Queued(order.path("bank_id").asText());
            case "authorization_running" -> new OrderStatus.AuthorizationRunning();
            case "processed" -> new OrderStatus.Processed(bankReference);
            case "taken_back" -> new OrderStatus.TakenBack();
            case "rejected" -> new OrderStatus.RejectedAfterAcceptance(bankReference, code, message);
            default ->
                verdict(order, status).<OrderStatus>map(verdict -> verdict).orElseGet(OrderStatus.NoAnswer::new);
        };
    }
}
