/** The events API: what webhooks tell, to be asked for. Reads the journal and keeps nothing. */
@NullMarked
package io.sarf.payouts.events;

import org.jspecify.annotations.NullMarked;
