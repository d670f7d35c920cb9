/**
 * The people: identity, sessions, memberships, roles and permissions. Every page and operation for people asks this
 * package who is calling. It does not depend on the features.
 */
@NullMarked
package io.sarf.payouts.team;

import org.jspecify.annotations.NullMarked;
