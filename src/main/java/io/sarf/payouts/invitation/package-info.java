/**
 * Invites people: an address gets roles and a link by mail, and the person with that address accepts. This package has
 * the invitations, their mails and the team page. It does not change existing members.
 */
@NullMarked
package io.sarf.payouts.invitation;

import org.jspecify.annotations.NullMarked;
