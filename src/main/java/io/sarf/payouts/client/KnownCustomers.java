package io.sarf.payouts.client;

import io.sarf.payouts.application.Scope;
import java.util.UUID;

/** Restricts a token to an existing customer. Implemented by the feature that stores customers. */
public interface KnownCustomers {
    boolean include(Scope scope, UUID customer);
}
