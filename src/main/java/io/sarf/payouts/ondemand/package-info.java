/**
 * The on-demand flow: a set of waiting payouts is released, by the API or by a person, and authorized with the default
 * authorizer's credentials. Refuses while it is not enabled for the environment, except for payouts that wait for a
 * second person.
 */
@NullMarked
package io.sarf.payouts.ondemand;

import org.jspecify.annotations.NullMarked;
