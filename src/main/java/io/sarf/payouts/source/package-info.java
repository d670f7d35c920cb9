/**
 * Payment sources with their accounts and beneficiaries, and banks: the API and the pages that show and remove them.
 */
@NullMarked
package io.sarf.payouts.source;

import org.jspecify.annotations.NullMarked;
