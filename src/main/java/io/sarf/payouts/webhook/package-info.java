/**
 * Notifies a client's back end of events: endpoints with their secrets, one delivery for each event and endpoint, and
 * the sender that retries for up to three days. It reads the journal's events and does not depend on the features that
 * write them. An address that is not on the public internet is refused when an endpoint is saved and again at each
 * connection.
 */
@NullMarked
package io.sarf.payouts.webhook;

import org.jspecify.annotations.NullMarked;
