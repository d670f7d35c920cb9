package io.sarf.payouts.webhook;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the webhook pages. */
@MessageBundle("webhooks")
interface WebhookMessages {
    // Endpoints
    @Message("Webhooks")
    String title();

    @Message("Your back end is told what happens here, at the addresses you give.")
    String lead();

    @Message("Endpoints")
    String endpoints();

    @Message("Webhook endpoint")
    String endpointTitle();

    @Message("Add endpoint")
    String addEndpoint();

    @Message("No endpoints yet")
    String noEndpoints();

    @Message("Add the address of your back end, and each event is sent to it as it happens.")
    String noEndpointsHint();

    @Message("URL")
    String url();

    @Message("An https address that answers a POST with 200 within 10 seconds.")
    String urlHint();

    @Message("Description")
    String description();

    @Message("Events")
    String events();

    @Message("All events")
    String allEvents();

    @Message("Also those that are added to the product later.")
    String allEventsHint();

    @Message("Chosen events")
    String chosenEvents();

    @Message("State")
    String state();

    @Message("Failing since")
    String failingSince();

    @Message("Save")
    String save();

    @Message("Cancel")
    String cancel();

    @Message("Settings")
    String settings();

    @Message("Endpoint settings")
    String settingsTitle();

    @Message("Please correct the fields below.")
    String correct();

    // States
    @Message("On")
    String on();

    @Message("Switched off")
    String offByMember();

    @Message("Switched off: failed for 5 days")
    String offFailing();

    @Message("Switched off: answered 410 Gone")
    String offGone();

    @Message("Pending")
    String pending();

    @Message("Delivered")
    String delivered();

    @Message("Failed")
    String failed();

    // Secret
    @Message("Signing secret")
    String secret();

    @Message("Copy the secret now: it is shown this once only.")
    String secretOnce();

    @Message("Kept sealed and never shown again. Replace it if it may be known to others.")
    String secretHidden();

    @Message(
            "Two secrets sign until {until}. The new one signs webhook-signature beside the old one; lean-signature uses the old one.")
    String overlap(String until);

    @Message("Replace secret")
    String rotate();

    @Message("Replace the secret?")
    String rotateTitle();

    @Message("For 24 hours both secrets sign, so that your back end can change over without missing an event.")
    String rotateHint();

    @Message("Switch now")
    String switchNow();

    // Actions
    @Message("Switch on")
    String switchOn();

    @Message("Switch off")
    String switchOff();

    @Message("Switch this endpoint off?")
    String switchOffTitle();

    @Message("Nothing is sent to it until it is switched on again.")
    String switchOffText();

    @Message("Send test event")
    String sendTest();

    // Deliveries
    @Message("Deliveries")
    String deliveries();

    @Message("Delivery")
    String delivery();

    @Message("No deliveries here")
    String noDeliveries();

    @Message("Send a test event to try the endpoint.")
    String noDeliveriesHint();

    @Message("All")
    String filterAll();

    @Message("Show deliveries")
    String filter();

    @Message("Event")
    String event();

    @Message("Event id")
    String eventId();

    @Message("Created")
    String created();

    @Message("Attempts")
    String attempts();

    @Message("Next attempt")
    String nextAttempt();

    @Message("Older")
    String older();

    @Message("Send again")
    String resend();

    @Message("Send again since")
    String resendSince();

    @Message("Since ({zone})")
    String since(String zone);

    @Message("Failed only")
    String failedOnly();

    @Message("Everything")
    String everything();

    @Message("Which deliveries")
    String which();

    @Message("Request body")
    String requestBody();

    @Message("Request headers")
    String requestHeaders();

    @Message("Response headers")
    String responseHeaders();

    @Message("Response (first 10 kB)")
    String response();

    @Message("Empty")
    String empty();

    @Message("Attempt {number}")
    String attempt(int number);

    @Message("HTTP {status} after {milliseconds} ms")
    String answered(int status, int milliseconds);

    @Message("{reason} after {milliseconds} ms")
    String unanswered(String reason, int milliseconds);

    @Message("Not attempted yet")
    String noAttempts();

    // What actions say
    @Message("The endpoint was saved.")
    String saved();

    @Message(
            "This form has added its endpoint once, and the secret was shown then. If you did not see it, make a new one here.")
    String addedBefore();

    @Message("The endpoint is on.")
    String switchedOn();

    @Message("The endpoint is off. Nothing is sent until it is switched on again.")
    String switchedOff();

    @Message("Only the new secret signs from now on.")
    String switched();

    @Message("The test event is on its way.")
    String testSent();

    @Message("The delivery is on its way again.")
    String resent();

    @Message(
            "{#when plural:en(count)}{#is 'one'}{count} delivery is{#else}{count} deliveries are{/when} on the way again.")
    String resentMany(int count);
}
