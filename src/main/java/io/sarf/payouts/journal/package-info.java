/**
 * The spine: one entry per change, written in the transaction of the change and never altered. Entries are sealed into
 * a chain of digests; entries that are events also get a gap-free sequence. Webhooks, the activity page and mail read
 * from here, so that no feature knows its readers.
 */
@NullMarked
package io.sarf.payouts.journal;

import org.jspecify.annotations.NullMarked;
