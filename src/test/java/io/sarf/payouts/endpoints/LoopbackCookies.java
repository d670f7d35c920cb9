package io.sarf.payouts.endpoints;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cookies as browsers treat them on this machine: one that is marked secure is kept, and sent back without TLS. */
final class LoopbackCookies extends CookieManager {
    LoopbackCookies() {
        super(null, CookiePolicy.ACCEPT_ALL);
    }

    @Override
    public void put(URI from, Map<String, List<String>> headers) throws IOException {
        var unmarked = new LinkedHashMap<>(headers);
        unmarked.replaceAll((name, values) -> name.equalsIgnoreCase("Set-Cookie")
                ? values.stream()
                        .map(value -> value.replaceAll("(?i);\\s*secure", ""))
                        .toList()
                : values);
        super.put(from, unmarked);
    }

    String value(String name) {
        return getCookieStore().getCookies().stream()
                .filter(one -> one.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No cookie " + name));
    }
}
