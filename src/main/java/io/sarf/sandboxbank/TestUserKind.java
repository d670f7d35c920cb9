package io.sarf.sandboxbank;

enum TestUserKind {
    AUTHORIZER("May authorize payments", true),
    AUTHORIZER_WITH_OTP("May authorize payments; asked for an OTP when connecting", true),
    MAKER("May queue payments, but not authorize them", false),
    PASSWORD_EXPIRED("The password has expired", true),
    LOCKED("Locked by the bank", true),
    RETAIL("A private person; cannot be used for payouts", true);

    private final String purpose;
    private final boolean authorizer;

    TestUserKind(String purpose, boolean authorizer) {
        this.purpose = purpose;
        this.authorizer = authorizer;
    }

    String purpose() {
        return purpose;
    }

    boolean authorizer() {
        return authorizer;
    }
}
