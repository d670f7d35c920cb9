package io.sarf.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a company large: copies one of its payouts many times, over two years until an hour ago, each with its task and one entry of
 * the journal. The server computes the rows from a sequence. Seals are not copied: no page reads them.
 */
final class ManyPayouts {
    static final int WAITING = 50;

    private static final Duration SPAN = Duration.ofDays(730);

    private static final String BY_PERSON = "s.seq DIV 10 MOD 10 = 4";

    private final Database database;
    private final String application;
    private final String company;
    private final RowCopies copies;
    private final int rows;
    private final int payees;
    private final Instant begin =
            Instant.now().minus(1, ChronoUnit.HOURS).minus(SPAN).truncatedTo(ChronoUnit.MILLIS);
    private final long step;

    /** @param number of the company, below 16: a part of the ids */
    ManyPayouts(Database database, World world, int number, int rows) {
        this.database = database;
        this.application = world.application().toString();
        this.company = Integer.toHexString(number);
        this.copies = new RowCopies(database, rows);
        this.rows = rows;
        // With more of them, the pages at which their key grows would not fit into the buffer pool.
        this.payees = Math.max(10, Math.min(1_000, rows / 1_000));
        this.step = SPAN.toMillis() * 1_000 / rows;
    }

    /** @param person who did a tenth of all that the journal has */
    Duration load(String person) throws Exception {
        var began = System.nanoTime();
        payees();
        var payouts = copies.inChunks("payouts", List.of(payouts(), tasks()));
        var entries = copies.inChunks("entries", List.of(entries(person), events()));
        var searched = copies.inChunks("searched", searched(person));
        payouts.get();
        entries.get();
        searched.get();
        readToTheEnd();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void payees() throws SQLException {
        var iban = "LPAD(s.seq, 15, '0'), '7'";
        var rest = "CONCAT('033', " + iban + ")";
        var check = "LPAD(98 - MOD(CAST(CONCAT(" + rest + ", '101400') AS DECIMAL(40)), 97), 2, '0')";
        var destination = new LinkedHashMap<String, String>();
        destination.put("id", payee("s.seq"));
        destination.put("iban", "CONCAT('AE', " + check + ", " + rest + ")");
        destination.put("created_at", at(0));
        var beneficiary = new LinkedHashMap<String, String>();
        beneficiary.put("id", id('b'));
        beneficiary.put("task", id('c'));
        beneficiary.put("destination", payee("s.seq"));
        copies.once(payees, List.of(copy("destination", destination), copy("beneficiary", beneficiary)));
    }

    private RowCopies.Copy payouts() throws SQLException {
        var waits = "s.seq >= " + (rows - WAITING);
        var accepted = "s.seq < " + (rows - WAITING) + " AND s.seq MOD 100 NOT IN (1, 2)";
        var values = new LinkedHashMap<String, String>();
        values.put("id", id('0'));
        values.put("payment", id('1'));
        values.put("task", id('2'));
        values.put("destination", payee("s.seq MOD " + payees));
        values.put("amount", "1 + s.seq * 7919 MOD 1000000 / 100");
        values.put("external_reference", "CONCAT('PO-', s.seq)");
        values.put("reference", "CONCAT('SARF', '" + company + "', LPAD(s.seq, 25, '0'))");
        values.put(
                "status",
                "CASE WHEN " + waits + " THEN 'AWAITING_AUTHORIZATION' WHEN s.seq MOD 100 = 1 THEN 'FAILED'"
                        + " WHEN s.seq MOD 100 = 2 THEN 'CANCELLED' ELSE 'ACCEPTED_BY_BANK' END");
        values.put("outcome", "IF(" + accepted + ", IF(s.seq MOD 100 = 3, 'REJECTED', 'PROCESSED'), NULL)");
        values.put("bank_reference", "IF(" + accepted + ", CONCAT('SBX', LPAD(s.seq, 14, '0')), NULL)");
        values.put(
                "reason_code",
                "IF(" + waits + ", NULL, ELT(s.seq MOD 100, 'INSUFFICIENT_BALANCE', NULL, 'BANK_ISSUE'))");
        values.put("automatic", "NOT (" + waits + ")");
        values.put("flow", "IF(" + waits + ", 'MANUAL', t.flow)");
        values.put("created_at", at(0));
        values.put("queued_at", at(1));
        values.put("authorized_at", "IF(" + accepted + ", " + at(2) + ", NULL)");
        values.put("updated_at", at(5));
        return copy("payout", values);
    }

    private RowCopies.Copy tasks() throws SQLException {
        return copy("payout_task", Map.of("id", id('0'), "due_at", "NULL"));
    }

    /** The entries of the payout that is copied, in turns. */
    private RowCopies.Copy entries(String person) throws SQLException {
        var values = new LinkedHashMap<String, String>();
        values.put("id", id('3'));
        values.put("subject", id('0'));
        values.put("occurred_at", at(1));
        values.put("actor_kind", "IF(" + BY_PERSON + ", 'PERSON', t.actor_kind)");
        values.put("actor", "IF(" + BY_PERSON + ", '" + person + "', t.actor)");
        return new RowCopies.Copy("INSERT INTO journal_entry", copies.columns("journal_entry", values), inTurns());
    }

    /** A row for each of the four facets by which an entry is found. */
    private List<RowCopies.Copy> searched(String person) throws SQLException {
        var copies = new ArrayList<RowCopies.Copy>();
        for (var facet : List.of(
                "''",
                "CONCAT('type:', t.type)",
                "CONCAT('kind:', t.subject_kind)",
                "IF(" + BY_PERSON + ", 'by:" + person + "', CONCAT('by:', t.actor_kind))")) {
            copies.add(new RowCopies.Copy(
                    "INSERT INTO journal_search",
                    " (application, environment, facet, entry) SELECT t.application, t.environment, " + facet + ", "
                            + id('3'),
                    inTurns()));
        }
        return copies;
    }

    private RowCopies.Copy events() throws SQLException {
        var values = new LinkedHashMap<String, String>();
        values.put("chain", "t.chain");
        values.put("entry", id('3'));
        var head = database.value("SELECT event_head FROM journal_chain WHERE chain = '" + chain() + "'");
        var all = database.value("SELECT COUNT(event_type) FROM journal_entry WHERE subject = '" + copied() + "'");
        values.put("type", "t.event_type");
        values.put("sequence", head + " + s.seq DIV " + turns() + " * " + all + " + t.event");
        return new RowCopies.Copy(
                "INSERT INTO journal_event",
                copies.columns("journal_event", values),
                inTurns() + " WHERE t.event_type IS NOT NULL");
    }

    private String inTurns() throws SQLException {
        return " FROM seq_%d_to_%d s STRAIGHT_JOIN (SELECT e.*, ROW_NUMBER() OVER (ORDER BY id) - 1 AS turn,"
                + " SUM(event_type IS NOT NULL) OVER (ORDER BY id) AS event FROM journal_entry e WHERE subject = '"
                + copied() + "') t ON t.turn = s.seq MOD " + turns();
    }

    private long turns() throws SQLException {
        return database.count("journal_entry WHERE subject = '" + copied() + "'");
    }

    private String copied() throws SQLException {
        return database.value("SELECT MAX(id) FROM payout WHERE application = '" + application + "'");
    }

    private String chain() throws SQLException {
        return database.value("SELECT MAX(chain) FROM journal_entry WHERE subject = '" + copied() + "'");
    }

    /** The readers of the journal have read what was loaded. */
    private void readToTheEnd() throws SQLException {
        var chain = chain();
        var last = database.value("SELECT MAX(sequence) FROM journal_event WHERE chain = '" + chain + "'");
        try (var connection = database.connectAsOwner();
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE journal_reader SET sequence = " + last + " WHERE chain = '" + chain
                    + "' AND reader IN ('bulk', 'webhook')");
            statement.executeUpdate("UPDATE journal_chain SET event_head = " + last + " WHERE chain = '" + chain + "'");
            statement.execute("ANALYZE TABLE payout, payout_task, journal_entry, journal_event, journal_search");
        }
    }

    private RowCopies.Copy copy(String table, Map<String, String> values) throws SQLException {
        var own = table.equals("payout") || table.equals("payout_task")
                ? "id = '" + copied() + "'"
                : "application = '" + application + "' ORDER BY id LIMIT 1";
        return new RowCopies.Copy(
                "INSERT INTO " + table,
                copies.columns(table, values),
                " FROM seq_%d_to_%d s STRAIGHT_JOIN (SELECT * FROM " + table + " WHERE " + own + ") t");
    }

    /** Ordered by time like those of the product. */
    private String id(char kind) {
        return id(kind, begin.toEpochMilli() + " + s.seq * " + step + " DIV 1000", "s.seq");
    }

    private String payee(String number) {
        return id('d', String.valueOf(begin.toEpochMilli()), number);
    }

    private String id(char kind, String millisecond, String number) {
        return "CONCAT(LPAD(HEX(" + millisecond + "), 12, '0'), '7" + kind + company + "0', '8', LPAD(HEX(" + number
                + "), 15, '0'))";
    }

    private String at(int seconds) {
        return "TIMESTAMPADD(MICROSECOND, s.seq * " + step + " + " + seconds * 1_000_000L + ", '"
                + LocalDateTime.ofInstant(begin, ZoneOffset.UTC).toString().replace('T', ' ') + "')";
    }
}
