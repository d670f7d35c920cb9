package io.sarf.payouts.integration;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("integration")
interface IntegrationMessages {
    String title();

    String lead();

    String addresses();

    String application();

    String customer();

    String api();

    String openApi();

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

    String requests();

    String requestsText();

    String seeRequests();

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

    String authorizer();

    String authorizerWithOtp();

    String maker();

    String passwordExpired();

    String lockedPurpose();

    String retailPurpose();

    String added();

    String deleted();

    String sessionExpired();

    String choose();

    String noAnswer();

    String timeTitle();

    String timeText();

    String howLong();

    String minute();

    String hour();

    String day();

    String letPass();

    String timePassed(String howLong);

    String chooseTime();

    String triggers();

    String triggersText();

    String triggerAmount();

    String triggerAt();

    String triggerDoes();

    String triggerEnds();
}
