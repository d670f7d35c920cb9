package io.sarf.payouts.platform;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The installation's public URL: the base of links in mails, and the issuer of tokens. */
@Singleton
public class PublicUrl {
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?");

    private final String url;

    /** @throws IllegalArgumentException unless the URL is a scheme and a host with an optional port */
    public PublicUrl(@ConfigProperty(name = "sarf.public-url") String url) {
        if (!ORIGIN.matcher(url).matches()) {
            throw new IllegalArgumentException("sarf.public-url is '" + url
                    + "', and must be a scheme and a host, perhaps with a port, without a path or a slash at the end:"
                    + " https://pay.example.com");
        }
        this.url = url;
    }

    /** Fails the start on an invalid URL, with which nobody could sign in. */
    void check(@Observes StartupEvent started) {
        // The constructor has validated it.
    }

    /** @param path with a leading slash */
    public String of(String path) {
        return url + path;
    }

    @Override
    public String toString() {
        return url;
    }
}
