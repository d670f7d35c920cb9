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

    @Message("became")
    String became();

    @Message("from {address}")
    String from(String address);

    // Looking for something
    @Message("Filters")
    String filters();

    @Message("By or about")
    String person();

    @Message("Anybody")
    String anybody();

    @Message("People")
    String people();

    @Message("{name} (left)")
    String left(String name);

    @Message("Not a person of your company")
    String others();

    @Message("API client")
    String apiClient();

    @Message("Bank")
    String bank();

    @Message("Sarf representative")
    String representative();

    @Message("Sarf")
    String system();

    @Message("Person")
    String onePerson();

    @Message("What happened")
    String type();

    @Message("Anything")
    String anything();

    @Message("Happened to")
    String kind();

    @Message("Its id")
    String subject();

    @Message("First day")
    String firstDay();

    @Message("Last day")
    String lastDay();

    @Message("Show")
    String show();

    @Message("Clear filters")
    String clear();

    @Message("Nothing fits these filters")
    String nothing();

    @Message("Look for less, or clear the filters to see everything.")
    String nothingHint();

    @Message("Some filters cannot be used as they are.")
    String faults();

    @Message("{value} is not in this list. Choose one that is.")
    String notInTheList(String value);

    @Message("{value} is no id. Copy it from the page of what you follow.")
    String noId(String value);

    @Message("{value} is no day. Write one like 2026-11-23.")
    String noDate(String value);

    @Message("This is before the first day.")
    String endsBeforeItBegins();

    // Following something
    @Message("All about this {kind}")
    String follow(String kind);

    @Message("All about this person")
    String followPerson();

    // The same as a table
    @Message("Download as CSV")
    String csv();

    @Message("What is shown here as a table, at most the newest 50,000 entries.")
    String csvHint();

    @Message("Only the newest {count} entries are in this file. Choose fewer days to get older ones.")
    String csvCut(String count);

    @Message("Time (UTC)")
    String csvTime();

    @Message("Kind of actor")
    String csvActorKind();

    @Message("Address")
    String csvAddress();

    @Message("Kind of subject")
    String csvSubjectKind();

    @Message("Id of subject")
    String csvSubject();

    @Message("Id of entry")
    String csvEntry();

    // The journal as a file
    @Message("Export the journal")
    String export();

    @Message("How to prove that nothing was altered")
    String proof();

    @Message(
            "The export holds every entry of this environment and of the team, each sealed with the one before it, and ends with signed heads. Whoever has the file and the program can check it without us:")
    String proofText();

    @Message(
            "Keep the export, or its last line: a later one must contain it, and the command checks that too. Keep the key apart from the file.")
    String proofKeep();

    @Message("Key that signs")
    String proofKey();

    @Message("Command")
    String proofCommand();
}
