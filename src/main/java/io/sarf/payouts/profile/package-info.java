/**
 * What a person has chosen for themselves, in every application or in none: language, time zone, appearance and mails. What
 * belongs to an application is {@code settings}'.
 */
@NullMarked
package io.sarf.payouts.profile;

import org.jspecify.annotations.NullMarked;
