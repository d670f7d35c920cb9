package io.sarf.payouts.notice;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("notice")
interface NoticeMessages {
    String sandbox(String company);

    String expiredSubject(String bank, String company);

    String expired(String bank, String user, String place);

    String expiredMeans();

    String expiredWho(String name);

    String reconnect();

    String expiredNote();

    String wantedSubject(String bank, String company);

    String wanted(String bank, String place);

    String wantedMeans();

    String seePayouts();

    String wantedNote(String bank);

    String waitsSubject(String company);

    String waits(String bank, String place);

    String waitsNote(String bank);

    String secretSubject(String company);

    String secret(String name, String company);

    String secretMeans();

    String seeSecret();

    String secretNote();

    String offSubject(String company);

    String offFailing(String url, String place);

    String offGone(String url, String place);

    String offMeans();

    String seeEndpoint();

    String offNote();

    String changedSubject(String bank, String company);

    String changed(String before, String now, String bank, String place);

    String changedNow(String name, String user);

    String changedBefore(String name, String user);

    String reason(String reason);

    String seeConnections();

    String changedNote();
}
