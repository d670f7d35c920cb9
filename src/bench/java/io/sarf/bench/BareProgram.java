package io.sarf.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * What the database can do: threads that each hold a connection and write the rows of one payout in one transaction, one
 * prepared insert a row, and nothing else. No HTTP, no token, no look at the account or the payee.
 */
final class BareProgram {
    private final Database database;
    private final Sample sample;
    private final int threads;

    BareProgram(Database database, Sample sample, int threads) {
        this.database = database;
        this.sample = sample;
        this.threads = threads;
    }

    Round run(int seconds) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var begin = System.nanoTime();
            var end = begin + TimeUnit.SECONDS.toNanos(seconds);
            var random = new SplittableRandom();
            var writers = new ArrayList<Callable<Long>>();
            for (var i = 0; i < threads; i++) {
                var ids = new UuidSource(random.split());
                writers.add(() -> write(ids, end));
            }
            var done = 0L;
            for (var writer : pool.invokeAll(writers)) {
                done += writer.get();
            }
            return Round.withoutWaiting(done, seconds, Math.round((System.nanoTime() - begin) / 1e6));
        } finally {
            pool.shutdown();
        }
    }

    private long write(UuidSource ids, long end) throws SQLException {
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            List<PreparedStatement> inserts = new ArrayList<>();
            for (var row : sample.rows()) {
                inserts.add(row.insert(connection));
            }
            var done = 0L;
            while (System.nanoTime() < end) {
                sample.bind(inserts, ids);
                for (var insert : inserts) {
                    insert.executeUpdate();
                }
                connection.commit();
                done++;
            }
            return done;
        }
    }
}
