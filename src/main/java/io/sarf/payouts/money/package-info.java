/** How money is written for people: with the currency's own decimals, and in words. Knows amounts and nothing else. */
@NullMarked
package io.sarf.payouts.money;

import org.jspecify.annotations.NullMarked;
