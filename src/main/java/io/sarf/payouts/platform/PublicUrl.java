package io.sarf.payouts.platform;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where this installation is reached from outside: the beginning of every address in a mail, and the issuer of tokens. */
@Singleton
public class PublicUrl {
    private final String url;

    public PublicUrl(@ConfigProperty(name = "sarf.public-url") String url) {
        this.url = url.replaceAll("/+$", "");
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
