package io.sarf.testing;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;

/** The statements that a thread sends to the database while a test looks. */
@PersistenceUnitExtension
public class SeenStatements implements StatementInspector {
    private static final ThreadLocal<@Nullable List<String>> SEEN = new ThreadLocal<>();

    /** Those of this work, as they are prepared. */
    public static List<String> of(Runnable work) {
        var seen = new ArrayList<String>();
        SEEN.set(seen);
        try {
            work.run();
        } finally {
            SEEN.remove();
        }
        return seen;
    }

    @Override
    public String inspect(String statement) {
        var seen = SEEN.get();
        if (seen != null) {
            seen.add(statement);
        }
        return statement;
    }
}
