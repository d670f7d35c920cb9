package io.sarf.payouts.platform;

import io.quarkus.runtime.configuration.ConfigUtils;

/**
 * Whether this is a run for developing or a test, over plain http on one machine. Only the profiles {@code dev} and {@code test}
 * say so; under any other name, and under none, cookies are for https and every guard is closed. The settings that begin with
 * {@code %dev,test} follow the same rule.
 */
public final class DevelopmentMode {
    private DevelopmentMode() {}

    public static boolean now() {
        return ConfigUtils.isProfileActive("dev") || ConfigUtils.isProfileActive("test");
    }
}
