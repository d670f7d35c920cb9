package io.sarf.payouts.connection;

import io.sarf.payouts.application.Scope;

/** Whether credentials may become the default authorizer. The connection is locked when it is asked. */
public interface NewAuthorizerRule {
    /** @throws io.sarf.payouts.platform.Refused if they may not at this moment */
    void check(Scope scope, ConnectionId credentials);
}
