package io.sarf.payouts.team;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of the frame that code chooses; those that stand in the layout are the layout's own. */
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
