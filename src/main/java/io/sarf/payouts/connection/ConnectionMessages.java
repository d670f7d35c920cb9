package io.sarf.payouts.connection;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of the bank connections and of Connect account. */
@MessageBundle("connection")
interface ConnectionMessages {
    // The list
    String title();

    String lead();

    String connectAccount();

    String emptyTitle();

    String emptyText();

    String bank();

    String connectedBy();

    String you();

    String authorizer();

    String defaultAuthorizer();

    String manualAuthorizer();

    String state();

    String active();

    String expired();

    String connectedAt();

    String yoursIsDefault();

    String gone();

    // Step 1
    String stepBank();

    String stepCredentials();

    String stepCode();

    String chooseBank();

    String business();

    String retail();

    String mine();

    String closed();

    String noBankTitle();

    String noBankText();

    String backToList();

    // Step 2
    String signIn(String bank);

    String userName();

    String password();

    String passwordHint();

    String testUsersText();

    String testUsers();

    String retailWarning();

    String defaultTitle();

    String defaultText();

    String consequencePortal();

    String consequenceDashboard();

    String consequenceOnce();

    String understand();

    String manualTitle();

    String manualText();

    String otherBank();

    String connect();

    String asking();

    // Step 3
    String codeTitle();

    String codeSent(String bank);

    String code();

    String validUntil(String time);

    /** With # where the browser counts the time down. */
    String validFor();

    String codeOver();

    String attemptsLeft(int count);

    String codeClosed();

    String startAgain();

    // What came of it
    String connectedDefault(String bank);

    String connectedManual(String bank);

    String needed();

    String tooLong(int max);

    String understoodNeeded();

    String codeNeeded();

    String wrongCredentials();

    String wrongCode();

    String codeExpired();

    String passwordExpired();

    String locked();

    String notForPayouts();

    String maintenance();

    String noAnswer();

    String alreadyConnected();

    String authorizerChanged();

    String notAnAuthorizer();

    String credentialsInUse();
}
