package io.sarf.payouts.platform;

/** A rule of the product says no, in words for the person who asked: what is wrong and what to do next. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code a stable name for the reason, for code
     * @param reason one or two sentences for a person
     */
    public Refused(String code, String reason) {
        super(reason, null, false, false);
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
