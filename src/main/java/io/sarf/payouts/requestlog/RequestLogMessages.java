package io.sarf.payouts.requestlog;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the request log. */
@MessageBundle("requestlog")
interface RequestLogMessages {
    @Message("Request log")
    String title();

    @Message(
            "What your back end asked in the last 7 days, and what it was answered. Account numbers, names and secrets are shortened.")
    String lead();

    @Message("Integration")
    String integration();

    @Message("Request")
    String request();

    // Filters
    @Message("Any status")
    String anyStatus();

    @Message("2xx: done")
    String answered();

    @Message("4xx: refused")
    String refused();

    @Message("5xx: failed")
    String failed();

    @Message("Any method")
    String anyMethod();

    @Message("Part of the path")
    String partOfPath();

    @Message("Correlation id")
    String correlation();

    @Message("Filter")
    String filter();

    @Message("Show all")
    String showAll();

    @Message("Older")
    String older();

    // Columns and facts
    @Message("Method")
    String method();

    @Message("Status")
    String status();

    @Message("Code")
    String code();

    @Message("Time")
    String time();

    @Message("Duration")
    String duration();

    @Message("{count} ms")
    String milliseconds(int count);

    @Message("Client did not wait")
    String noAnswer();

    // One request
    @Message("Requests with this id")
    String together();

    @Message("Request body")
    String requestBody();

    @Message("Response body")
    String responseBody();

    @Message("None was kept.")
    String noBody();

    // Nothing there
    @Message("No requests in the last 7 days")
    String none();

    @Message("Buy a token with your client secret and call the API: each request is here a second or two later.")
    String noneHint();

    @Message("Ids and secret")
    String begin();

    @Message("No request fits")
    String nothing();

    @Message("Search for less, or look at all of them.")
    String nothingHint();
}
