/**
 * Settings of an application: name, logo and the sandbox's second person are changed here and journalled; the limits of
 * the installation are only shown. A person's own preferences are in {@code profile}.
 */
@NullMarked
package io.sarf.payouts.settings;

import org.jspecify.annotations.NullMarked;
