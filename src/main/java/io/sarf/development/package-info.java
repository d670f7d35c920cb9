/**
 * The development stack: the product's servers (database, identity provider, mail, sandbox bank) on loopback from Maven
 * artifacts, run by a watchdog process. It serves development mode and tests. The product never imports it.
 */
@NullMarked
package io.sarf.development;

import org.jspecify.annotations.NullMarked;
