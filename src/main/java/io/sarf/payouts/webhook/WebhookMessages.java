package io.sarf.payouts.webhook;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("webhooks")
interface WebhookMessages {
    String title();

    String lead();

    String endpoints();

    String endpointTitle();

    String addEndpoint();

    String noEndpoints();

    String noEndpointsHint();

    String url();

    String urlHint();

    String description();

    String events();

    String allEvents();

    String allEventsHint();

    String chosenEvents();

    String state();

    String failingSince();

    String save();

    String cancel();

    String settings();

    String settingsTitle();

    String correct();

    String on();

    String offByMember();

    String offFailing();

    String offGone();

    String pending();

    String delivered();

    String failed();

    String secret();

    String secretOnce();

    String secretHidden();

    String overlap(String until);

    String rotate();

    String rotateTitle();

    String rotateHint();

    String switchNow();

    String switchOn();

    String switchOff();

    String switchOffTitle();

    String switchOffText();

    String sendTest();

    String deliveries();

    String delivery();

    String noDeliveries();

    String noDeliveriesHint();

    String filterAll();

    String filter();

    String event();

    String eventId();

    String created();

    String attempts();

    String nextAttempt();

    String older();

    String resend();

    String resendSince();

    String since(String zone);

    String failedOnly();

    String everything();

    String which();

    String requestBody();

    String requestHeaders();

    String responseHeaders();

    String response();

    String empty();

    String attempt(int number);

    String answered(int status, int milliseconds);

    String unanswered(String reason, int milliseconds);

    String noAttempts();

    String saved();

    String addedBefore();

    String switchedOn();

    String switchedOff();

    String switched();

    String testSent();

    String resent();

    String resentMany(int count);
}
