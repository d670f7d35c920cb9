#!/bin/sh
# Hibernate ORM 7.2.14.Final: the plan of an HQL query is not kept when a list in it has a single parameter.
#
# Guess before the first run: "where b.id in (:one)" with a scalar parameter is translated to SQL once and its plan kept,
# like "where b.id = :one" and "where b.id in (:one, :two)".
#
# Seen: {b.id = :one=98, b.id in (:one, :two)=98, b.id in (:one)=49, b.title = lower(:text)=49} hits in 50 calls: it is
# parsed once and translated again at each call. A single parameter in brackets may become a list
# (SemanticQueryBuilder.visitInPredicate allows several values when the brackets hold one item), and queries that may have
# a list have no key in the plan cache (SqmInterpretationsKey.isCacheable), whether a list is given or not. The same holds
# for the last argument of a function, such as "lower(:one)". Whoever pads lists to avoid translating them again must not
# go down to one item.
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
    <dependency><groupId>org.hibernate.orm</groupId><artifactId>hibernate-core</artifactId><version>7.2.14.Final</version></dependency>
    <dependency><groupId>com.h2database</groupId><artifactId>h2</artifactId><version>2.3.232</version></dependency>
  </dependencies>
</project>
POM
cat > "$work/src/main/java/Finding.java" <<'JAVA'
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.cfg.Configuration;
import org.hibernate.query.Query;

public class Finding {
    @Entity(name = "Book")
    public static class Book {
        @Id
        Long id;

        String title;
    }

    private static final int CALLS = 50;

    public static void main(String[] args) {
        var hits = new LinkedHashMap<String, Long>();
        for (var condition : new String[] {
            "b.id = :one", "b.id in (:one, :two)", "b.id in (:one)", "b.title = lower(:text)"
        }) {
            hits.put(condition, hits(condition));
        }
        System.out.println(hits);
        var expected = Map.of(
                "b.id = :one", 2 * (CALLS - 1L),
                "b.id in (:one, :two)", 2 * (CALLS - 1L),
                "b.id in (:one)", CALLS - 1L,
                "b.title = lower(:text)", CALLS - 1L);
        System.exit(hits.equals(expected) ? 0 : 1);
    }

    /** Hits in CALLS equal calls on a factory of their own: each asks the cache for the parsed query and for its plan. */
    private static long hits(String condition) {
        var configuration = new Configuration()
                .addAnnotatedClass(Book.class)
                .setProperty("hibernate.connection.url", "jdbc:h2:mem:" + Integer.toHexString(condition.hashCode()))
                .setProperty("hibernate.hbm2ddl.auto", "create")
                .setProperty("hibernate.generate_statistics", "true");
        try (var factory = configuration.buildSessionFactory()) {
            var before = factory.getStatistics().getQueryPlanCacheHitCount();
            for (var call = 0; call < CALLS; call++) {
                factory.inTransaction(session -> {
                    Query<Book> query = session.createQuery("from Book b where " + condition, Book.class);
                    query.getParameterMetadata().getNamedParameterNames().forEach(name -> {
                        if (name.equals("text")) {
                            query.setParameter(name, "Dune");
                        } else {
                            query.setParameter(name, 1L);
                        }
                    });
                    query.getResultList();
                });
            }
            return factory.getStatistics().getQueryPlanCacheHitCount() - before;
        }
    }
}
JAVA
cd "$work"
if "$project/mvnw" -q -f pom.xml compile org.codehaus.mojo:exec-maven-plugin:3.5.0:exec \
    -Dexec.executable=java -Dexec.args="-cp %classpath Finding" >"$work/log" 2>&1; then
    grep '^{' "$work/log"
else
    tail -20 "$work/log"
    echo "Hibernate behaves differently now."
    exit 1
fi
