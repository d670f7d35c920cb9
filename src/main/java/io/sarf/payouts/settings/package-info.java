/**
 * What holds for an application as a whole: its name, which is changed here and journalled, and the limits of the installation,
 * which are only told. What a person chooses for themselves is {@code profile}'s.
 */
@NullMarked
package io.sarf.payouts.settings;

import org.jspecify.annotations.NullMarked;
