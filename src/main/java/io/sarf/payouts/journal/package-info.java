/**
 * The spine: one entry for each change, written in the change's own transaction and never altered; sealed afterwards
 * into a chain of digests and, where an entry is an event, into a gap-free sequence. Everything that tells somebody
 * something (webhooks, the activity page, mail) reads from here, so no feature has to know its readers.
 */
@NullMarked
package io.sarf.payouts.journal;

import org.jspecify.annotations.NullMarked;
