package io.sarf.sandboxbank;

import org.jspecify.annotations.Nullable;

record Login(@Nullable String userName, @Nullable String password) {
    @Override
    public String toString() {
        return "Login[hidden]";
    }
}
