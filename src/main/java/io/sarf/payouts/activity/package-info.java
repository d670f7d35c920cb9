/**
 * What happened, by whom and when, for people: a reader of the journal. Chooses words and hides what somebody may not
 * see; writes nothing and knows no feature.
 */
@NullMarked
package io.sarf.payouts.activity;

import org.jspecify.annotations.NullMarked;
