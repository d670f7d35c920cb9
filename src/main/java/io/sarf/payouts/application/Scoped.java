package io.sarf.payouts.application;

public interface Scoped {
    Scope scope();
}
