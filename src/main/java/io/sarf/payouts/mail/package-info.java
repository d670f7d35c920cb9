/** The layout of mails, and the outbox that sends each mail at least once. The features own content and recipients. */
@NullMarked
package io.sarf.payouts.mail;

import org.jspecify.annotations.NullMarked;
