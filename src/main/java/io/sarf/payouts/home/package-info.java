/**
 * Where a person arrives: the first page, the founding of an application, the choice between several, and the checklist
 * of what is still to be done. Stands on the roof because the checklist looks into every feature. Decides nothing that a
 * feature decides.
 */
@NullMarked
package io.sarf.payouts.home;

import org.jspecify.annotations.NullMarked;
