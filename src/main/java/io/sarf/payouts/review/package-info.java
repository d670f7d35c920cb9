/**
 * Selecting payouts that wait and authorizing them with one code: what the person is shown, and what is recorded when the bank
 * answers. The authorization itself belongs to authorization.
 */
@NullMarked
package io.sarf.payouts.review;

import org.jspecify.annotations.NullMarked;
