/**
 * What a developer needs to begin: ids, the API's address, the client secret, and test users to rehearse with. Keeps
 * nothing of its own: secrets belong to client, test users to the sandbox bank.
 */
@NullMarked
package io.sarf.payouts.integration;

import org.jspecify.annotations.NullMarked;
