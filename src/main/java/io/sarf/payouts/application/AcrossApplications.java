package io.sarf.payouts.application;

/**
 * The right to read rows of all applications. Work that happens later needs it, and the representative; who makes one is
 * listed by the architecture test in {@code docs/architecture.md}.
 */
public final class AcrossApplications {
    private AcrossApplications() {}

    /** @param reason why one scope does not do, for whoever reads the caller */
    public static AcrossApplications because(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A reason is needed");
        }
        return new AcrossApplications();
    }
}
