/**
 * A person's first pages: landing page, creation of an application, choice between several, and the checklist of a new
 * one. It depends on most features because the checklist asks them. It has no rules of its own.
 */
@NullMarked
package io.sarf.payouts.home;

import org.jspecify.annotations.NullMarked;
