package io.sarf.payouts.endpoints;

import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Real addresses for a route: its placeholders replaced by ids of rows. */
final class Addresses {
    /** What stands in an address and is nobody's: the same for every application. */
    private static final Set<String> COMMON = Set.of("new", "banks");

    private Addresses() {}

    /** The address in a company's sandbox, with the company's own ids. */
    static String own(Route route, Company company) {
        return filled(route, company.application(), "sandbox", company.rows());
    }

    /** The address in a company's environment, with the ids of another's rows. */
    static String foreign(Route route, Company company, String environment, Company owner) {
        return filled(route, company.application(), environment, owner.rows());
    }

    /** The same with ids that nothing has. */
    static String unknown(Route route, Company company, String environment) {
        return filled(route, company.application(), environment, Map.of());
    }

    /** The address in an application that is not there. */
    static String nowhere(Route route, Company owner) {
        return filled(route, UUID.randomUUID().toString(), "sandbox", owner.rows());
    }

    /** Whether an address of this route names a row that belongs to an application. */
    static boolean namesRow(Route route) {
        var segments = route.segments();
        for (var i = 1; i < segments.size(); i++) {
            if (Route.placeholder(segments.get(i))
                    && !ofApplication(segments.get(i))
                    && !COMMON.contains(segments.get(i - 1))) {
                return true;
            }
        }
        return false;
    }

    private static String filled(Route route, String application, String environment, Map<String, String> rows) {
        var filled = new ArrayList<String>();
        var segments = route.segments();
        for (var i = 0; i < segments.size(); i++) {
            var segment = segments.get(i);
            filled.add(
                    switch (segment) {
                        case "{application}" -> application;
                        case "{environment}" -> environment;
                        case "{feature}" -> "bank-portal";
                        default -> Route.placeholder(segment) ? row(route, i, rows) : segment;
                    });
        }
        return String.join("/", filled);
    }

    /** Found by the part before it, or by the two parts before it where one is not enough. */
    private static String row(Route route, int at, Map<String, String> rows) {
        var before = route.segments().get(at - 1);
        if (COMMON.contains(before)) {
            return Companies.UAE;
        }
        if (rows.isEmpty()) {
            return UUID.randomUUID().toString();
        }
        var two = route.segments().get(at - 2) + "/" + before;
        var found = rows.getOrDefault(two, rows.get(before));
        if (found == null) {
            throw new AssertionError(
                    "Companies have no row of the kind that " + route + " names; make one in SampleRows");
        }
        return found;
    }

    private static boolean ofApplication(String segment) {
        return Set.of("{application}", "{environment}", "{feature}").contains(segment);
    }
}
