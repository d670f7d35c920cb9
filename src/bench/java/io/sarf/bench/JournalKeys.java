package io.sarf.bench;

import io.sarf.development.RunningStack;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * What the keys of the journal cost: the same entries into the table as it is and into one with the six keys it had,
 * in turns, after millions of others.
 */
final class JournalKeys {
    private static final int CHUNK = 100_000;
    private static final int BATCH = 500;
    private static final int ROUNDS = 100;

    /** What the table had before {@code journal_search}. */
    private static final String KEYS_BEFORE = "ADD KEY of_application (application, environment, id),"
            + " ADD KEY newest (application, id), ADD KEY of_actor (application, actor, id),"
            + " ADD KEY of_type (application, type, id), ADD KEY of_kind (application, subject_kind, id),"
            + " ADD KEY of_actor_kind (application, actor_kind, id)";

    /** A millisecond each; a thousand applications, of which a few have most of the entries. */
    private static final String ENTRIES = """
            SELECT CAST(CONCAT(LEFT(t.at, 8), '-', RIGHT(t.at, 4), '-7', LEFT(t.any, 3), '-8', SUBSTR(t.any, 4, 3), '-',
                        SUBSTR(t.any, 7, 12)) AS UUID),
                   CONCAT(MD5(t.one), '/sandbox'), CAST(INSERT(INSERT(MD5(t.one), 13, 1, '4'), 17, 1, '8') AS UUID), 'SANDBOX',
                   CONCAT('payout.type_', t.seq MOD 12), IF(t.seq MOD 5 = 0, 'destination', 'payout'),
                   CAST(INSERT(INSERT(MD5(t.seq DIV 6), 13, 1, '4'), 17, 1, '8') AS UUID), t.seq MOD 6, IF(t.seq MOD 3 = 0, 'PERSON', 'SYSTEM'),
                   IF(t.seq MOD 3 = 0, MD5(CONCAT(t.one, t.seq MOD 7)), 'system'), 'Somebody',
                   '{"amount":1250.75,"currency":"AED","from":"CREATED","to":"AWAITING_AUTHORIZATION"}',
                   NULL, NULL, NULL, FROM_UNIXTIME(1700000000 + t.seq DIV 1000), NULL
            FROM (SELECT seq, FLOOR(1000 * POW(RAND(seq), 3)) AS one, MD5(seq) AS any,
                         LPAD(LOWER(HEX(1700000000000 + seq)), 12, '0') AS at
                  FROM seq_%d_to_%d) t
            """;

    private static final String FACETS = """
            INSERT INTO bench_search (application, environment, facet, entry)
            SELECT e.application, e.environment,
                   CASE f.number
                       WHEN 0 THEN ''
                       WHEN 1 THEN CONCAT('type:', e.type)
                       WHEN 2 THEN CONCAT('kind:', e.subject_kind)
                       ELSE CONCAT('by:', IF(e.actor_kind = 'PERSON', e.actor, e.actor_kind))
                   END,
                   e.id
            FROM bench_batch b
                JOIN bench_now e ON e.id = b.id
                JOIN (SELECT 0 AS number UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3) f
            """;

    private final Database database;
    private final Plan plan;
    private final List<Long> before = new ArrayList<>();
    private final List<Long> now = new ArrayList<>();
    private final List<Long> search = new ArrayList<>();

    JournalKeys(RunningStack stack, Plan plan) {
        this.database = Database.of(stack);
        this.plan = plan;
    }

    void run() throws Exception {
        try (var rows = database.connectAsOwner();
                var sql = rows.createStatement()) {
            tables(sql);
            fill(sql);
            var first = plan.journalRows() + 1;
            for (var round = 0; round < ROUNDS; round++) {
                batch(sql, first + (long) round * BATCH);
                if (round % 2 == 0) {
                    before.add(timed(rows, () -> insert(sql, "bench_before")));
                    now.add(timed(rows, () -> insert(sql, "bench_now")));
                } else {
                    now.add(timed(rows, () -> insert(sql, "bench_now")));
                    before.add(timed(rows, () -> insert(sql, "bench_before")));
                }
                search.add(timed(rows, () -> sql.executeUpdate(FACETS)));
            }
            var page = plan.page("benchmark-journal.md");
            Files.writeString(page, page(size("bench_before"), size("bench_now"), size("bench_search")));
            System.out.println(Files.readString(page));
            sql.execute("DROP TABLE bench_before, bench_now, bench_search, bench_batch");
        }
    }

    private static void tables(Statement sql) throws SQLException {
        sql.execute("DROP TABLE IF EXISTS bench_before, bench_now, bench_search, bench_batch");
        sql.execute("CREATE TABLE bench_now LIKE journal_entry");
        sql.execute("CREATE TABLE bench_before LIKE journal_entry");
        sql.execute("ALTER TABLE bench_before " + KEYS_BEFORE);
        sql.execute("CREATE TABLE bench_search LIKE journal_search");
        sql.execute("CREATE TABLE bench_batch LIKE journal_entry");
    }

    private void fill(Statement sql) throws SQLException {
        for (var first = 1L; first <= plan.journalRows(); first += CHUNK) {
            var last = Math.min(plan.journalRows(), first + CHUNK - 1);
            sql.execute("TRUNCATE TABLE bench_batch");
            sql.execute("INSERT INTO bench_batch " + ENTRIES.formatted(first, last));
            insert(sql, "bench_before");
            insert(sql, "bench_now");
            sql.executeUpdate(FACETS);
            System.out.println("[bench] Entries: " + last);
        }
    }

    private static void batch(Statement sql, long first) throws SQLException {
        sql.execute("TRUNCATE TABLE bench_batch");
        sql.execute("INSERT INTO bench_batch " + ENTRIES.formatted(first, first + BATCH - 1));
    }

    private static int insert(Statement sql, String table) throws SQLException {
        return sql.executeUpdate("INSERT INTO " + table + " SELECT * FROM bench_batch");
    }

    /** Microseconds of one transaction. */
    private static long timed(Connection rows, Callable<Integer> work) throws Exception {
        rows.setAutoCommit(false);
        var began = System.nanoTime();
        work.call();
        rows.commit();
        var took = System.nanoTime() - began;
        rows.setAutoCommit(true);
        return Duration.ofNanos(took).toNanos() / 1_000;
    }

    private String size(String table) throws SQLException {
        return database.value("SELECT CONCAT(FORMAT((data_length + index_length) / 1048576, 0), ' MiB')"
                + " FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = '" + table + "'");
    }

    private String page(String sizeBefore, String sizeNow, String sizeSearch) throws IOException, SQLException {
        var at = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ROOT)
                .format(Instant.now().atZone(ZoneOffset.UTC));
        return """
                # The keys of the journal

                What an entry costs whoever records it, after %,d others of a thousand applications: %d times %d entries in one
                transaction, into the table as it is and, in turns, into one with the six keys that served the filters of Activity
                before `journal_search`. Written by `./mvnw -Pbench verify`, %s UTC; do not edit.

                | | median | p99 | size |
                | --- | --- | --- | --- |
                | recorded, with the six keys | %s | %s | %s |
                | recorded, as it is | **%s** | %s | %s |
                | made searchable by the sealer, later | %s | %s | %s |

                A batch of %d is what many payouts record together. The buffer pool has %s bytes, and the disk is waited for at each commit.
                Product and database share %s. Load of the machine before: %.2f.
                """.formatted(
                        plan.journalRows(),
                        ROUNDS,
                        BATCH,
                        at,
                        at(before, 50),
                        at(before, 99),
                        sizeBefore,
                        at(now, 50),
                        at(now, 99),
                        sizeNow,
                        at(search, 50),
                        at(search, 99),
                        sizeSearch,
                        BATCH,
                        database.variable("innodb_buffer_pool_size"),
                        Machine.described(database).get("processor"),
                        Machine.load());
    }

    private static String at(List<Long> micros, int percent) {
        var sorted = micros.stream().sorted().toList();
        return "%,.1f ms".formatted(sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1_000.0);
    }
}
