package io.sarf.payouts.platform;

import io.quarkus.runtime.configuration.ConfigUtils;

/**
 * Only the profiles {@code dev} and {@code test} relax security; any other profile, and none, has cookies for https and
 * all guards. Settings with {@code %dev,test} follow the same rule.
 */
public final class DevelopmentMode {
    private DevelopmentMode() {}

    public static boolean now() {
        return ConfigUtils.isProfileActive("dev") || ConfigUtils.isProfileActive("test");
    }
}
