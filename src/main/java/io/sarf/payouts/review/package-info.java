/**
 * Selecting waiting payouts and authorizing them with one code: what the review shows, and what is recorded when the
 * bank answers. The package authorization owns the authorization itself.
 */
@NullMarked
package io.sarf.payouts.review;

import org.jspecify.annotations.NullMarked;
