package io.sarf.payouts.activity;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import org.hibernate.Interceptor;
import org.hibernate.type.Type;

/**
 * Stands in every test that has the product in its JVM: every entry that is written has words in each place
 * that shows it ({@link ActivityTest} asks the histories of payouts and destinations).
 */
@PersistenceUnitExtension
@ApplicationScoped
public class EntriesHaveWords implements Interceptor {
    /** What tests of the journal itself write. */
    private static final String OF_TESTS = "thing.";

    @Override
    public boolean onPersist(Object entity, Object id, Object[] state, String[] properties, Type[] types) {
        if (entity.getClass().getSimpleName().equals("JournalEntry")) {
            var type = String.valueOf(state[Arrays.asList(properties).indexOf("type")]);
            if (!type.startsWith(OF_TESTS) && !TypeWords.BY_TYPE.containsKey(type)) {
                throw new AssertionError("Nobody has named entries of type " + type + ": TypeWords");
            }
        }
        return false;
    }
}
