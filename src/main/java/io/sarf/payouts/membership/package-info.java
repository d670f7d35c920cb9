/**
 * What members become: other roles, another Owner, or no member any more, by somebody else's hand or their own. The rules are
 * the team's; here are the pages. Does not invite anybody.
 */
@NullMarked
package io.sarf.payouts.membership;

import org.jspecify.annotations.NullMarked;
