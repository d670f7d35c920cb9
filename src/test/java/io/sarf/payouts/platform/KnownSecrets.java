package io.sarf.payouts.platform;

import java.util.Base64;

/** Secrets with a key that tests may know. */
public final class KnownSecrets {
    private KnownSecrets() {}

    /** @param seed a different one means a different key */
    public static Secrets of(int seed) {
        var key = new byte[32];
        key[0] = (byte) seed;
        return new Secrets(Base64.getEncoder().encodeToString(key));
    }
}
