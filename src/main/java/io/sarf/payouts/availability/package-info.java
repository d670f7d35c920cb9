/**
 * Which banks a company lets its people connect, in each environment; and what the API and the webhook say of it. Beside it
 * stands whether the bank works at all, which is the bank's to say.
 */
@NullMarked
package io.sarf.payouts.availability;

import org.jspecify.annotations.NullMarked;
