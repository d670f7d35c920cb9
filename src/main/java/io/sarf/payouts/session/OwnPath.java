package io.sarf.payouts.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A path of this product: no redirect leads to another site. */
final class OwnPath {
    /** In characters, with the query. */
    static final int MAX = SavedForms.ADDRESS_MAX;

    static final String HOME = "/dashboard";

    private OwnPath() {}

    /** {@link #HOME} for any other path. Two slashes or a backslash at the start would name another host. */
    static String of(@Nullable String path) {
        return Optional.ofNullable(path)
                .filter(own -> own.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*") && own.length() <= MAX)
                .orElse(HOME);
    }
}
