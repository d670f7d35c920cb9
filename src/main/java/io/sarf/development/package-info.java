/**
 * The development stack: the servers the product needs (database, identity provider, mail, sandbox bank),
 * started on loopback from Maven artifacts and held by a watchdog process of their own. It serves development
 * mode and the tests. The product never imports it.
 */
@NullMarked
package io.sarf.development;

import org.jspecify.annotations.NullMarked;
