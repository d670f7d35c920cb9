/**
 * One mail a day to whoever wants it so: what awaits their authorization, in all their applications. Counts payouts and changes
 * none; mails that are sent at once are {@code notice}'s.
 */
@NullMarked
package io.sarf.payouts.digest;

import org.jspecify.annotations.NullMarked;
