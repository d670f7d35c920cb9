/**
 * Access to payouts: the representative enables them, each person accepts the terms. This package has the terms and who
 * accepted them, and redirects to the page of the missing step. It does not check for a connected bank.
 */
@NullMarked
package io.sarf.payouts.access;

import org.jspecify.annotations.NullMarked;
