/**
 * Pages that change a member's roles, transfer ownership and end a membership. The rules are in {@code team};
 * invitations are in {@code invitation}.
 */
@NullMarked
package io.sarf.payouts.membership;

import org.jspecify.annotations.NullMarked;
