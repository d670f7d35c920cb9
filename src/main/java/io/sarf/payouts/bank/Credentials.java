package io.sarf.payouts.bank;

/** One person's login at a bank. Exists in memory during a call only; never printed. */
public record Credentials(String userName, String password) {
    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
