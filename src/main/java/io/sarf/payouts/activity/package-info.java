/**
 * Shows the journal to people: what happened, by whom and when. It hides what the reader may not see. It writes nothing
 * and does not depend on the features that write entries.
 */
@NullMarked
package io.sarf.payouts.activity;

import org.jspecify.annotations.NullMarked;
