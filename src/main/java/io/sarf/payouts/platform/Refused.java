package io.sarf.payouts.platform;

/** A business rule refuses. The message tells the person what is wrong and what to do next. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code stable name of the reason, for programs */
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
