/**
 * The on-demand flow: waiting payouts are released by the API or a person, and authorized with the default authorizer's
 * credentials. Without the feature, only payouts that wait for a second person can be released.
 */
@NullMarked
package io.sarf.payouts.ondemand;

import org.jspecify.annotations.NullMarked;
