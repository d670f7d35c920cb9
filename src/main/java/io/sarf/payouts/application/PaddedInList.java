package io.sarf.payouts.application;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Hibernate parses and translates a query with a list parameter at every call, which took more than half of a payout's
 * processor time. It does so with a single parameter in the brackets as well, because that may be a list. With two or more
 * it does it once for each length; so lists are filled up to powers of two with the last id, and longer ones are split.
 * Seen with Hibernate ORM 7.2.14 ({@code SemanticQueryBuilder.visitInPredicate}, {@code SqmInterpretationsKey.isCacheable}).
 */
public final class PaddedInList {
    private static final int FEWEST = 2;
    private static final int MOST = 256;

    private PaddedInList() {}

    /** Rows of all applications by id, as far as they exist. They are then found by id until the transaction ends. */
    public static <T> List<T> find(EntityManager entities, Class<T> type, Collection<UUID> ids) {
        return rows(
                ids, in -> entities.createQuery("from " + type.getSimpleName() + " where id in (" + in + ")", type));
    }

    /** @param query built from the parameters in the brackets after {@code in} */
    public static <T> List<T> rows(Scope scope, Collection<UUID> ids, Function<String, TypedQuery<T>> query) {
        return rows(ids, in -> ScopedRows.bound(scope, query.apply(in)));
    }

    /** The same for rows of all applications: who calls it compares the scopes of what it finds. */
    public static <T> List<T> rows(Collection<UUID> ids, Function<String, TypedQuery<T>> query) {
        var all = List.copyOf(ids);
        var found = new ArrayList<T>(all.size());
        for (var from = 0; from < all.size(); from += MOST) {
            var part = all.subList(from, Math.min(from + MOST, all.size()));
            found.addAll(part(part, query));
        }
        return found;
    }

    private static <T> List<T> part(List<UUID> ids, Function<String, TypedQuery<T>> query) {
        var length = ids.size() <= FEWEST ? FEWEST : Integer.highestOneBit(ids.size() - 1) * 2;
        var names = IntStream.range(0, length).mapToObj(i -> ":id" + i).collect(Collectors.joining(", "));
        var bound = query.apply(names);
        for (var i = 0; i < length; i++) {
            bound.setParameter("id" + i, ids.get(Math.min(i, ids.size() - 1)));
        }
        return bound.getResultList();
    }
}
