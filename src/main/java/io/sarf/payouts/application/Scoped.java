package io.sarf.payouts.application;

/** A row that belongs to a scope. */
public interface Scoped {
    /** Whose it is. */
    Scope scope();
}
