package io.sarf.payouts.activity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the activity page. */
@MessageBundle("activity")
interface ActivityMessages {
    @Message("Activity")
    String title();

    @Message("Everything that changed anything, newest first. Entries are never altered.")
    String lead();

    @Message("When")
    String when();

    @Message("What")
    String what();

    @Message("Who")
    String who();

    @Message("Details")
    String details();

    @Message("Nothing has happened yet")
    String empty();

    @Message("What you and your colleagues do, the API and your bank, appears here.")
    String emptyHint();

    @Message("Older")
    String older();

    @Message("Newest")
    String newest();

    @Message("yes")
    String yes();

    @Message("no")
    String no();
}
