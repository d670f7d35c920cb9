package io.sarf.payouts.home;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("home")
interface HomeMessages {
    String landingTitle();

    String landingText();

    String signIn();

    String foundTitle();

    String foundLead();

    String name();

    String nameHint();

    String found();

    String nameInvalid(int max);

    String representativeRefused();

    String founded(String name);

    String chooseTitle();

    String chooseLead();

    String startedTitle();

    String startedLead(int done, int all);

    String done();

    String open();

    String requestedTitle();

    String requestedText();

    String requestedAction();

    String enabledTitle();

    String enabledText();

    String optedInTitle();

    String optedInText();

    String optedInAction();

    String webhookTitle();

    String webhookText();

    String webhookAction();

    String bankTitle();

    String bankText();

    String bankAction();

    String destinationTitle();

    String destinationText();

    String destinationAction();

    String controllerTitle();

    String controllerText();

    String secondPersonSandbox();

    String secondPersonAsked();

    String controllerAction();

    String payoutTitle();

    String payoutText();

    String payoutAction();
}
