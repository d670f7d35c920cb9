/** Selecting waiting payouts and authorizing them with one code. The authorization itself belongs to authorization. */
@NullMarked
package io.sarf.payouts.review;

import org.jspecify.annotations.NullMarked;
