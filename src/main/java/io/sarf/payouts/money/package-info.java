/**
 * Formats money for people, with the currency's own decimals and in words, and reads amounts and IBANs. Knows no
 * feature.
 */
@NullMarked
package io.sarf.payouts.money;

import org.jspecify.annotations.NullMarked;
