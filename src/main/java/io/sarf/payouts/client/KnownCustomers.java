package io.sarf.payouts.client;

import io.sarf.payouts.application.Scope;
import java.util.UUID;

/** Whoever keeps customers says here which there are, so that a token can be for one of them. */
public interface KnownCustomers {
    boolean include(Scope scope, UUID customer);
}
