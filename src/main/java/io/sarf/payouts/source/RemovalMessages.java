package io.sarf.payouts.source;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("removal")
interface RemovalMessages {
    String remove();

    String title(String bank);

    String by();

    String user();

    String unsent();

    String unsentText();

    String underWay();

    String underWayText();

    String waiting();

    String waitingText();

    String seeWaiting();

    String none();

    String destinations();

    String destinationsText();

    String authorizers();

    String authorizersText();

    String nobody();

    String program();

    String programText();

    String portal(String name, String user);

    String manual(String name);

    String understand();

    String understoodNeeded();

    String stale();

    String byAnother(String name);

    String keep();

    String done(String bank);

    String noSource();

    String noSourceText();
}
