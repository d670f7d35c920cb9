package io.sarf.payouts.bank;

import java.time.Instant;

/**
 * An order whose status is asked for.
 *
 * @param sentAt {@link Order#sentAt} of the latest call that may have left. The bank counts its horizon from there; its
 *     guarantee covers all calls until then
 */
public record SentOrder(OurReference reference, Instant sentAt) {}
