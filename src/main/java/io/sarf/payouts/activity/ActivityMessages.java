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

    // The journal as a file
    @Message("Export the journal")
    String export();

    @Message("How to prove that nothing was altered")
    String proof();

    @Message(
            "The export holds every entry of this environment and of the team, each sealed with the one before it, and ends with signed heads. Whoever has the file and the program can check it without us:")
    String proofText();

    @Message(
            "Keep the export, or its last line: a later one must contain it, which --at-least checks. Keep the key apart from the file.")
    String proofKeep();

    @Message("Key that signs")
    String proofKey();

    @Message("Command")
    String proofCommand();
}
