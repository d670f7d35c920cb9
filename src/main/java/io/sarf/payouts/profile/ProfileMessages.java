package io.sarf.payouts.profile;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("profile")
interface ProfileMessages {
    String title();

    String lead();

    String dashboard();

    String you();

    String name();

    String email();

    String fromProvider();

    String languageAndTime();

    String language();

    String asBrowser();

    String languageHint();

    String zone();

    String zoneHint();

    String utc();

    String theme();

    String auto();

    String light();

    String dark();

    String mails();

    String awaiting();

    String atOnce();

    String atOnceHint();

    String daily();

    String dailyHint();

    String off();

    String duties();

    String save();

    String saved();

    String correct();

    String choose();

    String chooseZone();

    String sessions();

    String africa();

    String america();

    String antarctica();

    String arctic();

    String asia();

    String atlantic();

    String australia();

    String europe();

    String indian();

    String pacific();
}
