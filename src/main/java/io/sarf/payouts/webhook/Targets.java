package io.sarf.payouts.webhook;

import io.quarkus.runtime.StartupEvent;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.platform.DevelopmentMode;
import io.sarf.payouts.webhook.UrlRefused.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Decides where webhooks may go. Whoever connects takes the address from here and does not look the name up again: a
 * name may answer differently the second time.
 */
@ApplicationScoped
class Targets {
    /** Where names are looked up; blocks. */
    interface Names {
        List<InetAddress> lookup(String host) throws UnknownHostException;
    }

    /** An address that passed, and the one number to connect to. */
    record Target(URI uri, InetAddress address) {
        boolean secure() {
            return uri.getScheme().equalsIgnoreCase("https");
        }

        int port() {
            return uri.getPort() == -1 ? (secure() ? 443 : 80) : uri.getPort();
        }

        /** Path and query as they go over the wire. */
        String request() {
            var ascii = URI.create(uri.toASCIIString());
            var path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
            return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
        }
    }

    static final int URL_MAX = 2_000;
    private static final Set<Integer> PRODUCTION_PORTS = Set.of(443, 8443);

    // Java's URI takes 2130706433 and 0x7f000001 for names, and others take them for 127.0.0.1: neither is let through.
    private static final Pattern NAME = Pattern.compile("(?i)([a-z0-9-]+\\.)*[a-z][a-z0-9-]*\\.?");
    private static final Pattern NUMBER = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

    private final boolean allowLoopback;
    private final Names names;

    @Inject
    Targets(@ConfigProperty(name = "sarf.webhooks.allow-loopback", defaultValue = "false") boolean allowLoopback) {
        this(allowLoopback, host -> List.of(InetAddress.getAllByName(host)));
    }

    Targets(boolean allowLoopback, Names names) {
        this.allowLoopback = allowLoopback;
        this.names = names;
    }

    void refuseLoopback(@Observes StartupEvent started) {
        if (allowLoopback && !DevelopmentMode.now()) {
            throw new IllegalStateException(
                    "sarf.webhooks.allow-loopback is for developing: only the profiles dev and test take it."
                            + " Take it out of the configuration.");
        }
    }

    /** Checks an address and looks its name up; blocks. */
    Target admit(String url, Environment environment) throws UrlRefused {
        var uri = parse(url);
        List<InetAddress> addresses;
        try {
            addresses = names.lookup(uri.getHost());
        } catch (UnknownHostException e) {
            throw new UrlRefused(Fault.UNKNOWN_HOST);
        }
        var target = new Target(uri, addresses.get(0));
        if (allowLoopback && addresses.stream().allMatch(InetAddress::isLoopbackAddress)) {
            return target;
        }
        if (!target.secure()) {
            throw new UrlRefused(Fault.NOT_HTTPS);
        }
        if (environment == Environment.PRODUCTION && !PRODUCTION_PORTS.contains(target.port())) {
            throw new UrlRefused(Fault.PORT);
        }
        // One private address among public ones is enough: whoever set that up means us to reach it some day.
        if (!addresses.stream().allMatch(PublicAddresses::contains)) {
            throw new UrlRefused(Fault.NOT_PUBLIC);
        }
        return target;
    }

    private static boolean plain(String host) {
        return NAME.matcher(host).matches() || NUMBER.matcher(host).matches();
    }

    /** What can be said without looking the name up. */
    private URI parse(String url) throws UrlRefused {
        if (url.length() > URL_MAX) {
            throw new UrlRefused(Fault.TOO_LONG);
        }
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw new UrlRefused(Fault.MALFORMED);
        }
        var authority = uri.getRawAuthority();
        if (uri.getScheme() == null || authority == null || uri.getRawFragment() != null) {
            throw new UrlRefused(Fault.MALFORMED);
        }
        if (authority.contains("@")) {
            throw new UrlRefused(Fault.CREDENTIALS);
        }
        var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && allowLoopback)) {
            throw new UrlRefused(Fault.NOT_HTTPS);
        }
        // Brackets are out as well: no certificate names what stands in them.
        if (uri.getHost() == null || !plain(uri.getHost()) || uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new UrlRefused(Fault.MALFORMED);
        }
        return uri;
    }
}
