package io.sarf.payouts.work;

/** How a query locks its rows, and what it does about those that another transaction has locked. */
public enum Locking {
    /** Waits as long as the database lets a statement wait, which is 50 seconds if nobody has set it. */
    WAIT("FOR UPDATE"),
    WAIT_BRIEFLY("FOR UPDATE WAIT 2"),
    SKIP("FOR UPDATE SKIP LOCKED");

    private final String clause;

    Locking(String clause) {
        this.clause = clause;
    }

    String clause() {
        return clause;
    }
}
