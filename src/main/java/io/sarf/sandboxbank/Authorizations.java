package io.sarf.sandboxbank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

final class Authorizations {
    private static final int MOST = 5_000;

    private final SignedInRoutes counter;
    private final Orders orders;
    private final Approvals approvals;
    private final Challenges challenges;
    private final ReleaseOrders releases;
    private final BankClock clock;

    Authorizations(
            SignedInRoutes counter,
            Orders orders,
            Approvals approvals,
            Challenges challenges,
            ReleaseOrders releases,
            BankClock clock) {
        this.counter = counter;
        this.orders = orders;
        this.approvals = approvals;
        this.challenges = challenges;
        this.releases = releases;
        this.clock = clock;
    }

    Reply begin(SimulatedBank bank, Login login, List<String> references) {
        List<String> sorted = references.stream().distinct().sorted().toList();
        if (sorted.isEmpty() || sorted.size() > MOST) {
            throw new BadRequest("Between 1 and " + MOST + " references");
        }
        return counter.serve(bank, login, (tx, user) -> begin(tx, user, sorted));
    }

    private Reply begin(Tx tx, BankUser user, List<String> references) throws SQLException {
        if (!user.authorizer()) {
            return Reply.ok(
                    SignedInRoutes.refused("EU_FUNCTIONALITY_RESTRICTED", "This user may not authorize payments"));
        }
        List<PaymentOrder> chosen = lock(tx, user, references);
        if (chosen.size() < references.size()) {
            return Reply.ok(SignedInRoutes.refused("BANK_ISSUE", "An order is not known for this company"));
        }
        boolean nothingLeft = chosen.stream().noneMatch(PaymentOrder::queued);
        boolean wantsCode =
                !user.held() || chosen.stream().anyMatch(order -> order.rehearses(AmountTrigger.OTP_WANTED));
        if (wantsCode && !nothingLeft) {
            for (PaymentOrder order : chosen) {
                rivalWakes(tx, order);
            }
            return Reply.ok(challenges
                    .open(tx, Challenges.Purpose.AUTHORIZE, user, references)
                    .json());
        }
        return releases.all(tx, chosen);
    }

    /** Simulates an approver who decides while the code is awaited. */
    private void rivalWakes(Tx tx, PaymentOrder order) throws SQLException {
        if (order.queued() && order.rehearses(AmountTrigger.REJECTED_BY_APPROVER)) {
            tx.update(
                    "update payment_order set due_at = ? where bank = ? and reference = ?",
                    approvals.settled(clock.now()),
                    order.bank(),
                    order.reference());
        }
    }

    Reply complete(SimulatedBank bank, Login login, String challenge, String otp) {
        return counter.serve(bank, login, (tx, user) -> complete(tx, user, challenge, otp));
    }

    private Reply complete(Tx tx, BankUser user, String id, String otp) throws SQLException {
        Optional<Challenges.Challenge> found = challenges
                .lock(tx, Challenges.Purpose.AUTHORIZE, id)
                .filter(challenge -> challenge.bankUser().equals(user.id()));
        if (found.isEmpty()) {
            return Reply.ok(closed());
        }
        Challenges.Challenge challenge = found.get();
        return switch (challenges.answer(tx, challenge, otp)) {
            case WRONG ->
                Reply.ok(Json.object().put("answer", "wrong_otp").put("attempts_left", challenge.attemptsLeft() - 1));
            case CLOSED -> Reply.ok(closed());
            case DONE_BEFORE -> Reply.ok(ReleaseOrders.results(lock(tx, user, challenges.references(tx, challenge))));
            // The challenge stays locked until all are done, so the bank reports that an authorization is running.
            case RIGHT -> releases.all(user, challenges.references(tx, challenge));
        };
    }

    /** Locks in sorted order, so that concurrent calls for the same orders wait instead of deadlocking. */
    private List<PaymentOrder> lock(Tx tx, BankUser user, List<String> sorted) throws SQLException {
        return orders.lock(tx, user.bank(), sorted).stream()
                .filter(order -> order.company().equals(user.company()))
                .toList();
    }

    private static ObjectNode closed() {
        return Json.object().put("answer", "closed").put("code", "SESSION_EXPIRED_ON_OTP");
    }
}
