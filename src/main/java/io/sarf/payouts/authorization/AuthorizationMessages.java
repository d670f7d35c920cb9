package io.sarf.payouts.authorization;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("authorizations")
interface AuthorizationMessages {
    String title();

    String stepReview();

    String stepCode();

    String stepResult();

    String codeSentTo(String where);

    String code();

    String wrongCode(int left);

    String codeNeeded();

    String validUntil(String time);

    /** Contains # where the browser shows the countdown. */
    String validFor();

    String codeOver();

    String total();

    String notNow();

    String authorize(String amount);

    String authorizing();

    String noAnswerTitle();

    String noAnswerText();

    String closedTitle();

    String closedText();

    String expiredText();

    String refusedText();

    String releasedText();

    String underwayTitle();

    String underwayText();

    String progress(long done, long all);

    String listed(int shown, long all);

    String refusedFirst();

    String sent();

    String giveUp();

    String givingUp();

    String givenUpTitle();

    String givenUpText();

    String tooLateToGiveUp();

    String changedTitle();

    String changedText();

    String doneTitle();

    String doneText();

    String back();

    String again();

    String accepted();

    String pending();

    String refused();

    String rejected();

    String unknown();

    String none();

    String signInAgain();

    String signInToBegin();

    String signInForCode(String time);

    String signingIn();

    String noCredentials();

    String noController();

    String notOptedIn();

    String connectedDefault();

    String connectedDefaultRelease();

    String connectedDefaultAutomatic();

    String connectedDefaultName();

    String prepared(String name);

    String stillReserved();

    String credentialsExpired();

    String nothingSelected(int most);

    String notWaiting();
}
