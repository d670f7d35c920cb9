package io.sarf.payouts.bank;

/** One person's login at a bank. Exists in memory only while a call is made; never printed. */
public record Credentials(String userName, String password) {
    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
