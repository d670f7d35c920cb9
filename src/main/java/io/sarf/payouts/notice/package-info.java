/**
 * Mails to the people of a company about what they have to know or do. Reads the journal and nothing of the features that
 * write it; a mail is a row before it is sent.
 */
@NullMarked
package io.sarf.payouts.notice;

import org.jspecify.annotations.NullMarked;
