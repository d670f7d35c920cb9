/**
 * Watches the queues of work of all features: measures them, and parks what fails too often, until a representative lets it be
 * tried again. It does no work itself.
 */
@NullMarked
package io.sarf.payouts.workqueue;

import org.jspecify.annotations.NullMarked;
