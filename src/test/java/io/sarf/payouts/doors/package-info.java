/**
 * Every page and every operation there is, found in the code and tried by everybody: without signing in, in each role, as
 * a stranger, with the ids of others. What may be passed is stated in {@code DoorPlan}; a door it says nothing of fails. The
 * answers are printed into {@code docs/access.md}.
 */
package io.sarf.payouts.doors;
