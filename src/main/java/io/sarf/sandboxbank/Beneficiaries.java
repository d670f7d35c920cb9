package io.sarf.sandboxbank;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The beneficiaries of a company. A second call with a reference returns the first answer. */
final class Beneficiaries {
    private static final Duration COOL_OFF = Duration.ofSeconds(60);
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");

    private final BankClock clock;

    Beneficiaries(BankClock clock) {
        this.clock = clock;
    }

    ObjectNode add(Tx tx, BankUser user, String reference, String name, String iban) throws SQLException {
        if (!valid(iban)) {
            return refused("The IBAN is not valid");
        }
        if (find(tx, user.bank(), reference).isEmpty()) {
            insert(tx, user, reference, name, iban);
        }
        Known known = find(tx, user.bank(), reference).orElseThrow();
        return known.company().equals(user.company())
                ? answer(known)
                : refused("The reference belongs to somebody else");
    }

    private void insert(Tx tx, BankUser user, String reference, String name, String iban) throws SQLException {
        NameChecks.Result check = NameChecks.check(iban, name, knownName(tx, user.bank(), iban));
        Instant now = clock.now();
        tx.update(
                "insert ignore into beneficiary (bank, reference, id, company, name, iban, refused, cool_off_until,"
                        + " verdict, known_name, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                user.bank(),
                reference,
                Ids.of("ben"),
                user.company(),
                name,
                iban,
                iban.endsWith("0002"),
                iban.endsWith("0001") ? now.plus(COOL_OFF) : null,
                check.verdict(),
                check.knownName(),
                now);
    }

    /** The holder's name for an account of this bank, else the name the IBAN was first paid under. */
    private static @Nullable String knownName(Tx tx, SimulatedBank bank, String iban) throws SQLException {
        Optional<String> holder = tx.one(
                row -> row.getString("name"),
                "select c.name from account a join company c on c.id = a.company where a.iban = ?",
                iban);
        if (holder.isPresent()) {
            return holder.get();
        }
        return tx.one(
                        row -> row.getString("name"),
                        "select name from beneficiary where bank = ? and iban = ? order by created_at limit 1",
                        bank,
                        iban)
                .orElse(null);
    }

    boolean payable(Tx tx, BankUser user, String id) throws SQLException {
        return tx.number(
                        "select count(*) from beneficiary where id = ? and bank = ? and company = ? and not refused"
                                + " and (cool_off_until is null or cool_off_until <= ?)",
                        id,
                        user.bank(),
                        user.company(),
                        clock.now())
                == 1;
    }

    private static Optional<Known> find(Tx tx, SimulatedBank bank, String reference) throws SQLException {
        return tx.one(Known::from, "select * from beneficiary where bank = ? and reference = ?", bank, reference);
    }

    private ObjectNode answer(Known known) {
        if (known.refused()) {
            return refused("The bank does not pay to this account");
        }
        Instant until = known.coolOffUntil();
        boolean cooling = until != null && until.isAfter(clock.now());
        ObjectNode answer = Json.object()
                .put("answer", cooling ? "cool_off" : "active")
                .put("bank_id", known.id())
                .put("name_check", known.verdict())
                .put("known_name", known.knownName());
        return until != null && cooling ? answer.put("until", until.toString()) : answer;
    }

    private static ObjectNode refused(String message) {
        return Json.object()
                .put("answer", "refused")
                .put("code", "BENEFICIARY_NOT_FOUND")
                .put("message", message);
    }

    /** Checks length and check digits only; the callers know the formats of countries. */
    private static boolean valid(String iban) {
        if (!IBAN.matcher(iban).matches()) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 2) + "00").chars().forEach(c -> digits.append(Character.digit(c, 36)));
        int check = 98
                - new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
        return Integer.parseInt(iban.substring(2, 4)) == check;
    }

    private record Known(
            String id,
            String company,
            boolean refused,
            @Nullable Instant coolOffUntil,
            String verdict,
            @Nullable String knownName) {
        static Known from(ResultSet row) throws SQLException {
            return new Known(
                    row.getString("id"),
                    row.getString("company"),
                    row.getBoolean("refused"),
                    Tx.maybeInstant(row, "cool_off_until"),
                    row.getString("verdict"),
                    row.getString("known_name"));
        }
    }
}
