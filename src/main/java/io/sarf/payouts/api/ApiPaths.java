package io.sarf.payouts.api;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Set;

/** The first segment decides whether a path takes tokens and answers JSON, so that unknown paths of the API do too. */
public final class ApiPaths {
    /** Operations, and those of Lean's API that are not offered here. */
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

    /** What ends the first segment; no accepted path contains the last two. */
    private static final String SEPARATORS = "/;\\";

    private static final String TOKEN = "/oauth2/token";
    private static final String PAYMENT = "/payouts/v1/payment";
    private static final int BODY_MAX = 1_000_000;
    private static final int BULK_BODY_MAX = 10_000_000;

    /** In bytes. */
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

    /** Uses the same path as the router. */
    public static boolean contains(RoutingContext call) {
        return contains(path(call));
    }

    /** The normalised path; the raw one if it cannot be normalised, which is refused. */
    public static String path(RoutingContext call) {
        try {
            return call.normalizedPath();
        } catch (IllegalArgumentException malformed) {
            return String.valueOf(call.request().path());
        }
    }

    public static boolean token(String path) {
        return path.equals(TOKEN) || path.equals(TOKEN + "/");
    }

    /** Whether the operation checks the secret of its caller in the transaction that it writes in. */
    public static boolean checksSecret(RoutingContext call) {
        return HttpMethod.POST.equals(call.request().method()) && path(call).equals(PAYMENT);
    }

    /** In bytes. */
    public static int bodyLimit(String path) {
        if (token(path)) {
            return TOKEN_BODY_MAX;
        }
        return path.startsWith("/payouts/v1/bulk-payments") ? BULK_BODY_MAX : BODY_MAX;
    }
}
