package io.sarf.payouts.web;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

public interface Reader {
    /** The chosen language, for example {@code ar}; null for the browser's preference. */
    @Nullable
    String language();

    ZoneId zone();
}
