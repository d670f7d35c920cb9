/**
 * Mail: its layout, and the outbox that sends each mail at least once. Who is sent what belongs to the features.
 */
@NullMarked
package io.sarf.payouts.mail;

import org.jspecify.annotations.NullMarked;
