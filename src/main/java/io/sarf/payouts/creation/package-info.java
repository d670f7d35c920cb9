/** Creates payouts of many callers in shared transactions. */
@NullMarked
package io.sarf.payouts.creation;

import org.jspecify.annotations.NullMarked;
