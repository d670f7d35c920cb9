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

/** A client must connect to the returned address without another lookup, which may return another address. */
@ApplicationScoped
class Targets {
    interface Names {
        List<InetAddress> lookup(String host) throws UnknownHostException;
    }

    record Target(URI uri, InetAddress address) {
        boolean secure() {
            return uri.getScheme().equalsIgnoreCase("https");
        }

        int port() {
            return uri.getPort() == -1 ? (secure() ? 443 : 80) : uri.getPort();
        }

        String request() {
            var ascii = URI.create(uri.toASCIIString());
            var path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
            return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
        }
    }

    static final int URL_MAX = 2_000;
    private static final Set<Integer> PRODUCTION_PORTS = Set.of(443, 8443);

    // Java's URI takes 2130706433 and 0x7f000001 as names; other libraries take them as 127.0.0.1. Both are refused.
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

    /** Checks a URL and looks its host up; blocks. */
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
        // A name with one private address can reach the private network, so all addresses must be public.
        if (!addresses.stream().allMatch(PublicAddresses::contains)) {
            throw new UrlRefused(Fault.NOT_PUBLIC);
        }
        return target;
    }

    private static boolean plain(String host) {
        return NAME.matcher(host).matches() || NUMBER.matcher(host).matches();
    }

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
        // Refuses IPv6 literals in brackets too: no certificate names them.
        if (uri.getHost() == null || !plain(uri.getHost()) || uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new UrlRefused(Fault.MALFORMED);
        }
        return uri;
    }
}
