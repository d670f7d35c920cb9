package io.sarf.sandboxbank;

import org.jspecify.annotations.Nullable;

/** What a person types to sign in. */
record Login(@Nullable String userName, @Nullable String password) {
    @Override
    public String toString() {
        return "Login[hidden]";
    }
}
