/**
 * How people join: an address is invited with roles, gets a link by mail, and whoever holds that address accepts. Owns
 * the invitations, the mail that carries them, and the team page. Does not change members who are there already.
 */
@NullMarked
package io.sarf.payouts.invitation;

import org.jspecify.annotations.NullMarked;
