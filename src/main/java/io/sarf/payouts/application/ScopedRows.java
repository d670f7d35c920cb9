package io.sarf.payouts.application;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.persistence.TypedQuery;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows with a field {@code scope}. Only this type adds the condition that limits a query to a scope. */
public interface ScopedRows<E extends Scoped> extends PanacheRepositoryBase<E, UUID> {
    /** For queries written in full; {@link #bound} sets its parameters. */
    String WITHIN = "scope.application = :application and scope.environment = :environment";

    /** Finds a row by key, so that a transaction reads it once; empty when it is in another scope. */
    default Optional<E> one(Scope scope, UUID id) {
        return findByIdOptional(id).filter(row -> row.scope().equals(scope));
    }

    default List<E> all(Scope scope, Sort order) {
        return find(WITHIN, order, values(scope, Map.of())).list();
    }

    /** @param condition with parameters numbered from {@code ?1} */
    default PanacheQuery<E> within(Scope scope, String condition, @Nullable Object... values) {
        return within(scope, Sort.empty(), condition, values);
    }

    default PanacheQuery<E> within(Scope scope, Sort order, String condition, @Nullable Object... values) {
        var all = Arrays.copyOf(values, values.length + 2);
        all[values.length] = scope.application();
        all[values.length + 1] = scope.environment();
        var inside =
                " and scope.application = ?" + (values.length + 1) + " and scope.environment = ?" + (values.length + 2);
        return find("(" + condition + ")" + inside, order, all);
    }

    /** @param condition with named parameters */
    default PanacheQuery<E> within(Scope scope, Sort order, String condition, Map<String, Object> values) {
        return find("(" + condition + ") and " + WITHIN, order, values(scope, values));
    }

    static <T> TypedQuery<T> bound(Scope scope, TypedQuery<T> query) {
        return query.setParameter("application", scope.application()).setParameter("environment", scope.environment());
    }

    private static Map<String, Object> values(Scope scope, Map<String, Object> more) {
        var values = new HashMap<>(more);
        values.put("application", scope.application());
        values.put("environment", scope.environment());
        return values;
    }
}
