/** The events API: webhook events to poll. Reads the journal and stores nothing. */
@NullMarked
package io.sarf.payouts.events;

import org.jspecify.annotations.NullMarked;
