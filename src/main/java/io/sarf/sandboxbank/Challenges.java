package io.sarf.sandboxbank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One-time codes for one person and one purpose: valid once, for five minutes and three attempts. */
final class Challenges {
    static final String CODE = "1111";
    static final int ATTEMPTS = 3;
    static final Duration LIFE = Duration.ofMinutes(5);

    private final BankClock clock;

    Challenges(BankClock clock) {
        this.clock = clock;
    }

    Challenge open(Tx tx, Purpose purpose, BankUser user, List<String> references) throws SQLException {
        var challenge = new Challenge(
                Ids.of("otp"),
                purpose,
                user.id(),
                State.OPEN,
                ATTEMPTS,
                clock.now().plus(LIFE));
        tx.update(
                "insert into challenge (id, kind, bank, bank_user, state, attempts_left, expires_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                challenge.id(),
                purpose,
                user.bank(),
                user.id(),
                State.OPEN,
                ATTEMPTS,
                challenge.expiresAt());
        tx.updateAll(
                "insert into challenge_order (challenge, bank, reference) values (?, ?, ?)",
                references.stream()
                        .map(reference -> new @Nullable Object[] {challenge.id(), user.bank(), reference})
                        .toList());
        closeEarlier(tx, user, challenge);
        return challenge;
    }

    /** A new code for an order invalidates the same person's earlier one. Locks no other challenge of theirs. */
    private static void closeEarlier(Tx tx, BankUser user, Challenge now) throws SQLException {
        List<String> earlier = tx.list(
                row -> row.getString("challenge"),
                "select distinct l.challenge from challenge_order n"
                        + " join challenge_order l on l.bank = n.bank and l.reference = n.reference"
                        + " where n.challenge = ? and l.challenge <> ?",
                now.id(),
                now.id());
        for (String one : earlier) {
            tx.update(
                    "update challenge set state = 'CLOSED' where id = ? and bank_user = ? and state = 'OPEN'",
                    one,
                    user.id());
        }
    }

    Optional<Challenge> lock(Tx tx, Purpose purpose, String id) throws SQLException {
        return tx.one(
                row -> new Challenge(
                        row.getString("id"),
                        purpose,
                        row.getString("bank_user"),
                        State.valueOf(row.getString("state")),
                        row.getInt("attempts_left"),
                        Tx.instant(row, "expires_at")),
                "select * from challenge where id = ? and kind = ? for update",
                id,
                purpose);
    }

    List<String> references(Tx tx, Challenge challenge) throws SQLException {
        return tx.list(
                row -> row.getString("reference"),
                "select reference from challenge_order where challenge = ? order by reference",
                challenge.id());
    }

    Verdict answer(Tx tx, Challenge challenge, String otp) throws SQLException {
        if (challenge.state() == State.DONE) {
            return Verdict.DONE_BEFORE;
        }
        if (challenge.state() == State.CLOSED || !challenge.expiresAt().isAfter(clock.now())) {
            return Verdict.CLOSED;
        }
        boolean right = CODE.equals(digits(otp));
        int left = challenge.attemptsLeft() - 1;
        State after = right ? State.DONE : left == 0 ? State.CLOSED : State.OPEN;
        tx.update(
                "update challenge set state = ?, attempts_left = ? where id = ?",
                after,
                right ? challenge.attemptsLeft() : left,
                challenge.id());
        if (right) {
            return Verdict.RIGHT;
        }
        return after == State.CLOSED ? Verdict.CLOSED : Verdict.WRONG;
    }

    enum Purpose {
        CONNECT,
        AUTHORIZE,
        PORTAL
    }

    enum State {
        OPEN,
        DONE,
        CLOSED
    }

    enum Verdict {
        RIGHT,
        WRONG,
        CLOSED,
        DONE_BEFORE
    }

    record Challenge(String id, Purpose purpose, String bankUser, State state, int attemptsLeft, Instant expiresAt) {
        ObjectNode json() {
            return Json.object()
                    .put("answer", "otp_needed")
                    .put("challenge", id)
                    .put("sent_to", "phone ending 42")
                    .put("expires_at", expiresAt.toString())
                    .put("attempts_left", attemptsLeft);
        }
    }

    /** Accepts Arabic digits, and ignores blanks. */
    private static String digits(String typed) {
        StringBuilder digits = new StringBuilder();
        typed.codePoints()
                .filter(point -> !Character.isWhitespace(point))
                .forEach(point ->
                        digits.appendCodePoint(Character.isDigit(point) ? '0' + Character.digit(point, 10) : point));
        return digits.toString();
    }
}
