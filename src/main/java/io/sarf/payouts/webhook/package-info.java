/**
 * Tells a client's back end what happened: endpoints with their secrets, one delivery for each event and endpoint, and
 * the sender that tries until it is taken or three days have passed. Reads the events of the journal and knows nothing
 * of the features that wrote them. An address that is not on the public internet is refused here, at save and at each
 * connect.
 */
@NullMarked
package io.sarf.payouts.webhook;

import org.jspecify.annotations.NullMarked;
