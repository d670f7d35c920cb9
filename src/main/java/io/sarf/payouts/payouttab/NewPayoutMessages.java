package io.sarf.payouts.payouttab;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("newpayout")
interface NewPayoutMessages {
    String chooseAccount();

    String chooseDestination();

    String noDestinations();

    String descriptionHint();

    String automatic();

    String automaticHint();

    String review();

    String formLead();

    String invalid();

    String invalidText();

    String unsure();

    String unsureText();

    String change();

    String checkingForm();

    String creating();

    String notAnAmount();

    String chooseOne();

    String reviewTitle();

    String authorization();

    String flowAutomatic();

    String flowManual();

    String warnings();

    String warnTwin();

    String warnFirst();

    String warnBalance();

    String warnName();

    String warnCoolOff();

    String create(String amount);

    String createdDone();

    String createdBefore();

    String warnSecondPerson();
}
