package io.sarf.payouts.web;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("errors")
interface ErrorMessages {

    String missingTitle();

    String missingText();

    String forbiddenTitle();

    String forbiddenPermission(String permission);

    String forbiddenRoles(String roles);

    String forbiddenWho();

    String forbiddenText();

    String unreadableTitle();

    String unreadableText();

    String notSignedInTitle();

    String notSignedInText();

    String unfinishedTitle();

    String unfinishedText();

    String signIn();

    String failedTitle();

    String failedText();

    String correlation();

    String unavailableTitle();

    String unavailableText();

    String dashboard();
}
