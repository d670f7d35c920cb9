/** Payment sources, their accounts and beneficiaries, and banks: the API and pages. Owns no data of its own. */
@NullMarked
package io.sarf.payouts.source;

import org.jspecify.annotations.NullMarked;
