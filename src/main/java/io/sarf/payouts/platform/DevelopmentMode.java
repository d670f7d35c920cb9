package io.sarf.payouts.platform;

import io.quarkus.runtime.configuration.ConfigUtils;

/**
 * Whether this is development or a test, over plain http on one machine. Only the profiles {@code dev} and {@code test}
 * relax security; any other profile, and none, has cookies for https and all guards. Settings with {@code %dev,test}
 * follow the same rule.
 */
public final class DevelopmentMode {
    private DevelopmentMode() {}

    public static boolean now() {
        return ConfigUtils.isProfileActive("dev") || ConfigUtils.isProfileActive("test");
    }
}
