package io.sarf.payouts.activity;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("activity")
interface ActivityMessages {
    String title();

    String lead();

    String when();

    String what();

    String who();

    String details();

    String empty();

    String emptyHint();

    String older();

    String newest();

    String yes();

    String no();

    String became();

    String filters();

    String person();

    String anybody();

    String people();

    String left(String name);

    String others();

    String apiClient();

    String bank();

    String representative();

    String system();

    String onePerson();

    String type();

    String anything();

    String kind();

    String subject();

    String firstDay();

    String lastDay();

    String show();

    String clear();

    String nothing();

    String nothingHint();

    String faults();

    String notInTheList(String value);

    String noId(String value);

    String noDate(String value);

    String endsBeforeItBegins();

    String follow(String kind);

    String followPerson();

    String csv();

    String csvHint();

    String csvCut(String count);

    String csvTime();

    String csvActorKind();

    String csvAddress();

    String csvSubjectKind();

    String csvSubject();

    String csvEntry();

    String export();

    String proof();

    String proofText();

    String proofKeep();

    String proofKey();

    String proofCommand();
}
