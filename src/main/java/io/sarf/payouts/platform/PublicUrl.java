package io.sarf.payouts.platform;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where this installation is reached from outside: the beginning of every address in a mail, and the issuer of tokens. */
@Singleton
public class PublicUrl {
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?");

    private final String url;

    /** @throws IllegalArgumentException when that is more, or less, than a scheme and a host, perhaps with a port */
    public PublicUrl(@ConfigProperty(name = "sarf.public-url") String url) {
        if (!ORIGIN.matcher(url).matches()) {
            throw new IllegalArgumentException("sarf.public-url is '" + url
                    + "', and must be a scheme and a host, perhaps with a port, without a path or a slash at the end:"
                    + " https://pay.example.com");
        }
        this.url = url;
    }

    /** Where it is wrong, nobody could sign in: better it does not start. */
    void check(@Observes StartupEvent started) {
        // Being here, it has been read.
    }

    /** @param path with its slash in front */
    public String of(String path) {
        return url + path;
    }

    @Override
    public String toString() {
        return url;
    }
}
