package io.sarf.payouts.platform;

import java.util.List;

/** Which addresses belong to programs: they take tokens and answer JSON. All others are pages for people. */
public final class ApiPaths {
    private static final List<String> ROOTS =
            List.of("/payouts/v1", "/customers/v1", "/banks/v1", "/events/v1", "/oauth2/", "/.well-known/");

    private ApiPaths() {}

    public static boolean contains(String path) {
        var absolute = path.startsWith("/") ? path : "/" + path;
        return ROOTS.stream().anyMatch(absolute::startsWith);
    }
}
