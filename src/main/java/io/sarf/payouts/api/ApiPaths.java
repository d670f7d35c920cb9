package io.sarf.payouts.api;

import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Set;

/**
 * Which addresses belong to programs: they take tokens and answer JSON. All others are pages for people. Told by the first
 * part of the path, so that addresses without an operation answer JSON too.
 */
public final class ApiPaths {
    /** Where the operations are, and where Lean's API has operations that are not offered here. */
    private static final Set<String> ROOTS = Set.of(
            "payouts",
            "payments",
            "customers",
            "banks",
            "events",
            "oauth2",
            ".well-known",
            "accounts",
            "api",
            "beneficiaries",
            "connect",
            "consents",
            "data",
            "destinations",
            "entities",
            "identity",
            "insights",
            "payment-sources",
            "reconciliation",
            "reports",
            "v1",
            "v2",
            "verifications",
            "webhooks");

    /** What ends the first part; the last two stand in no path that is taken. */
    private static final String SEPARATORS = "/;\\";

    private static final String TOKEN = "/oauth2/token";
    private static final int BODY_MAX = 1_000_000;
    private static final int BULK_BODY_MAX = 10_000_000;

    /** The longest body the token endpoint takes, in bytes. */
    public static final int TOKEN_BODY_MAX = 8_192;

    private ApiPaths() {}

    /** @param path normalised: without dots, doubled slashes and encoded letters */
    public static boolean contains(String path) {
        var start = path.startsWith("/") ? 1 : 0;
        var end = start;
        while (end < path.length() && SEPARATORS.indexOf(path.charAt(end)) < 0) {
            end++;
        }
        return ROOTS.contains(path.substring(start, end).toLowerCase(Locale.ROOT));
    }

    /** Whether the address of a call belongs to programs: the one path that the router reads decides. */
    public static boolean contains(RoutingContext call) {
        return contains(path(call));
    }

    /** The path of a call as the router reads it; as it came, where that cannot be normalised and is refused. */
    public static String path(RoutingContext call) {
        try {
            return call.normalizedPath();
        } catch (IllegalArgumentException malformed) {
            return String.valueOf(call.request().path());
        }
    }

    /** Whether the address is the token endpoint, whose errors have the form of RFC 6749. */
    public static boolean token(String path) {
        return path.equals(TOKEN) || path.equals(TOKEN + "/");
    }

    /** The longest body an address takes, in bytes. */
    public static int bodyLimit(String path) {
        if (token(path)) {
            return TOKEN_BODY_MAX;
        }
        return path.startsWith("/payouts/v1/bulk-payments") ? BULK_BODY_MAX : BODY_MAX;
    }
}
