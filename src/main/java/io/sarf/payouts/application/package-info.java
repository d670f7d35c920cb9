/**
 * The tenant: applications, their environments, and the scope that every query names. It has rows and queries only.
 * Features change them, because each change is journalled.
 */
@NullMarked
package io.sarf.payouts.application;

import org.jspecify.annotations.NullMarked;
