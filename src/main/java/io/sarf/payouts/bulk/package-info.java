/** Bulk payments: many payouts from one account. Each has its own result; all are refused if one has a fault. */
@NullMarked
package io.sarf.payouts.bulk;

import org.jspecify.annotations.NullMarked;
