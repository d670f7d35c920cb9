package io.sarf.testing;

/** Ends a thread where it stands, as the death of its process would: no handler of the product's expects it. */
public final class Killed extends Error {
    private static final long serialVersionUID = 1L;

    public Killed() {
        super("The process died here");
    }
}
