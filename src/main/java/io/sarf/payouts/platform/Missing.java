package io.sarf.payouts.platform;

/** The row does not exist or belongs to another company; both answer the same 404. */
public final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param what the kind of thing; never its id */
    public Missing(String what) {
        super("No such " + what, null, false, false);
    }
}
