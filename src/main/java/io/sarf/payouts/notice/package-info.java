/**
 * Mails to members about events they must know of or act on. It reads the journal and does not depend on the features
 * that write it. A mail is stored before it is sent.
 */
@NullMarked
package io.sarf.payouts.notice;

import org.jspecify.annotations.NullMarked;
