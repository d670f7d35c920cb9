/**
 * The programs of a client company: the secret each environment has, the tokens one buys with it, the keys that sign
 * them, and who is calling an API operation. Every operation asks here; knows nothing of what the operations do.
 * People never come through here, and a token never opens a page.
 */
@NullMarked
package io.sarf.payouts.client;

import org.jspecify.annotations.NullMarked;
