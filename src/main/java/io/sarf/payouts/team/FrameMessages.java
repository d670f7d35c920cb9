package io.sarf.payouts.team;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the frame that code chooses; those that stand in the layout are the layout's own. */
@MessageBundle("frame")
interface FrameMessages {
    @Message("Sandbox")
    String sandbox();

    @Message("Production")
    String production();

    @Message("Getting started")
    String gettingStarted();

    @Message("Payouts")
    String payouts();

    @Message("Destinations")
    String destinations();

    @Message("Bank connections")
    String connections();

    @Message("Webhooks")
    String webhooks();

    @Message("Integration")
    String integration();

    @Message("Team")
    String team();

    @Message("Activity")
    String activity();

    @Message("Settings")
    String settings();
}
