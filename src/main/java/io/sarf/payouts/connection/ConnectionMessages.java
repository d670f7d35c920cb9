package io.sarf.payouts.connection;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("connection")
interface ConnectionMessages {
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

    String codeTitle();

    String codeSent(String bank);

    String code();

    String validUntil(String time);

    /** With # where the browser inserts the countdown. */
    String validFor();

    String codeOver();

    String attemptsLeft(int count);

    String codeClosed();

    String startAgain();

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
