/** What money comes from, for the client's back end: payment sources with their accounts and beneficiaries, and banks. */
@NullMarked
package io.sarf.payouts.source;

import org.jspecify.annotations.NullMarked;
