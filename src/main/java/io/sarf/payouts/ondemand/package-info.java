/**
 * The on demand flow of the API: a client releases a set of waiting payouts, and they are authorized with the default
 * authorizer's credentials, without a person. Refuses while the representative has not enabled it for the environment.
 */
@NullMarked
package io.sarf.payouts.ondemand;

import org.jspecify.annotations.NullMarked;
