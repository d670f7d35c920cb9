/**
 * The tenant: its row, its two environments, and the scope every query names. Holds rows and lookups only; what changes
 * them are use cases of the features above, because each change is journalled.
 */
@NullMarked
package io.sarf.payouts.application;

import org.jspecify.annotations.NullMarked;
