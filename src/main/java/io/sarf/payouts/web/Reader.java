package io.sarf.payouts.web;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Whom a page is written for; an attribute of whoever is signed in may be one. */
public interface Reader {
    /** The language they have chosen, for example {@code ar}; null to have it as the browser asks. */
    @Nullable
    String language();

    /** Where they are, for the times they read. */
    ZoneId zone();
}
