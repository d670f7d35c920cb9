/** The API of payouts and payments: create, list, cancel. The package payout owns the payout and its transitions. */
@NullMarked
package io.sarf.payouts.payment;

import org.jspecify.annotations.NullMarked;
