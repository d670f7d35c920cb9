package io.sarf.payouts.platform;

/** There is no such thing, or it belongs to somebody else: the answer is the same 404. */
public final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param what the kind of thing, as a word; never its id */
    public Missing(String what) {
        super("No such " + what, null, false, false);
    }
}
