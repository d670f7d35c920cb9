package io.sarf.payouts.integration;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of the integration pages. */
@MessageBundle("integration")
interface IntegrationMessages {
    String title();

    String lead();

    String addresses();

    String application();

    String customer();

    String api();

    String openApi();

    // Client secret
    String secret();

    String secretText();

    String noSecret();

    String created();

    String createdBy();

    String create();

    String replace();

    String replaceTitle();

    String replaceText();

    String secretWho();

    String newSecret();

    String once();

    String copied();

    // Request log
    String requests();

    String requestsText();

    String seeRequests();

    // Test users
    String testUsers();

    String testUsersText();

    String seeTestUsers();

    String sme();

    String retail();

    String retailNote();

    String userName();

    String password();

    String bank();

    String purpose();

    String actions();

    String held();

    String expired();

    String locked();

    String none();

    String noneHint();

    String away();

    String awayHint();

    String addTitle();

    String add();

    String expire();

    String expireTitle();

    String expireText();

    String delete();

    String deleteTitle();

    String deleteText();

    // What they are for
    String authorizer();

    String authorizerWithOtp();

    String maker();

    String passwordExpired();

    String lockedPurpose();

    String retailPurpose();

    // What actions say
    String added();

    String deleted();

    String sessionExpired();

    String choose();

    String noAnswer();

    // Time that passes at the sandbox bank
    String timeTitle();

    String timeText();

    String howLong();

    String minute();

    String hour();

    String day();

    String letPass();

    String timePassed(String howLong);

    String chooseTime();

    // Amounts that make the sandbox bank do something
    String triggers();

    String triggersText();

    String triggerAmount();

    String triggerAt();

    String triggerDoes();

    String triggerEnds();
}
