/**
 * API clients of a company: the secret of each environment, the tokens it obtains, the keys that sign them, and the
 * client that calls an operation. Does not know what the operations do. People never authenticate here, and a token
 * never opens a page.
 */
@NullMarked
package io.sarf.payouts.client;

import org.jspecify.annotations.NullMarked;
