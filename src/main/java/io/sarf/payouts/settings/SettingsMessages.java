package io.sarf.payouts.settings;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("settings")
interface SettingsMessages {
    String title();

    String lead();

    String name();

    String nameHint();

    String save();

    String saved(String name);

    String unchanged();

    String nameInvalid(int max);

    String changed(String name);

    String secondPerson();

    String secondPersonText();

    String secondPersonAlways();

    String secondPersonOn();

    String secondPersonOff();

    String secondPersonEnable();

    String secondPersonDisable();

    String secondPersonEnabled();

    String secondPersonDisabled();

    String logo();

    String logoFile();

    String logoHint();

    String logoUpload();

    String logoRemove();

    String logoNeeded();

    String logoSaved();

    String logoRemoved();

    String logoTooLarge(int max);

    String logoUnreadable();

    String rules();

    String rulesText();

    String calls();

    String callsValue(int count);

    String callsMeaning();

    String signIn();

    String signInMeaning();

    String requestLog();

    String requestLogMeaning();

    String deliveries();

    String deliveriesMeaning();

    String keys();

    String keysMeaning();

    String activity();

    String forGood();

    String activityMeaning();

    String seconds(long count);

    String minutes(long count);

    String days(long count);
}
