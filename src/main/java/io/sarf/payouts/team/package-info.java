/**
 * The people: who somebody is, which applications they belong to, with which roles, and what a role may do. Every door
 * asks here who is calling. Knows nothing of what the features behind the doors do.
 */
@NullMarked
package io.sarf.payouts.team;

import org.jspecify.annotations.NullMarked;
