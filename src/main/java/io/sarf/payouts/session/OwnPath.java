package io.sarf.payouts.session;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page of this product that somebody is sent back to. What else an address may say leads nowhere. */
final class OwnPath {
    /** In characters, with what stands behind the question mark. */
    static final int MAX = SavedForms.ADDRESS_MAX;

    /** Where somebody goes whose page is not known. */
    static final String HOME = "/dashboard";

    private OwnPath() {}

    /** The path if it is one of ours, else {@link #HOME}. Two slashes, or one turned round, would begin another host. */
    static String of(@Nullable String path) {
        return Optional.ofNullable(path)
                .filter(own -> own.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*") && own.length() <= MAX)
                .orElse(HOME);
    }
}
