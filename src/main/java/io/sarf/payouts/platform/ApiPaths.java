package io.sarf.payouts.platform;

import java.util.List;

/** Which addresses belong to programs: they take tokens and answer JSON. All others are pages for people. */
public final class ApiPaths {
    private static final List<String> ROOTS =
            List.of("/payouts/", "/customers/v1", "/banks/v1", "/events/v1", "/oauth2/", "/.well-known/");

    private static final int BODY_MAX = 1_000_000;
    private static final int BULK_BODY_MAX = 10_000_000;

    private ApiPaths() {}

    public static boolean contains(String path) {
        var absolute = path.startsWith("/") ? path : "/" + path;
        return ROOTS.stream().anyMatch(absolute::startsWith);
    }

    /** The longest body an address takes, in bytes. */
    static int bodyLimit(String path) {
        return path.startsWith("/payouts/v1/bulk-payments") ? BULK_BODY_MAX : BODY_MAX;
    }
}
