package io.sarf.payouts.team;

import io.quarkus.qute.i18n.MessageBundle;

/** Messages of the layout that code chooses; the layout's template has the others. */
@MessageBundle("frame")
interface FrameMessages {
    String sandbox();

    String production();

    String gettingStarted();

    String payouts();

    String destinations();

    String connections();

    String webhooks();

    String integration();

    String team();

    String activity();

    String settings();
}
