/**
 * A person's preferences for all their applications: language, time zone, theme and mails. Settings of an application
 * are in {@code settings}.
 */
@NullMarked
package io.sarf.payouts.profile;

import org.jspecify.annotations.NullMarked;
