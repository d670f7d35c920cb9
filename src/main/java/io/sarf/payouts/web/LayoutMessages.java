package io.sarf.payouts.web;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("layout")
interface LayoutMessages {

    String skipToContent();

    String mainNavigation();

    String menu();

    String closeMenu();

    String environment();

    String switchTo(String where);

    String company();

    String allCompanies();

    String sandboxNotice();

    String signOut();

    String profile();

    String close();

    String keep();

    String working();

    String copyValue(String what);

    String copied();

    String optional();

    String atMost(Object count);

    String noAnswer();

    String signedOut();

    String signIn();

    String mixedScripts(String word);

    String notPlainText();
}
