/**
 * The pages a developer starts with: ids, the API's address, the client secret, and test users. It stores nothing:
 * secrets are in {@code client}, test users at the sandbox bank.
 */
@NullMarked
package io.sarf.payouts.integration;

import org.jspecify.annotations.NullMarked;
