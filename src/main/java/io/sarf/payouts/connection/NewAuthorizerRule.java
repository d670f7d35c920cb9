package io.sarf.payouts.connection;

import io.sarf.payouts.application.Scope;

/** Whether credentials may become the default authorizer now. Asked with the connection locked. */
public interface NewAuthorizerRule {
    /** @throws io.sarf.payouts.platform.Refused when they may not at this moment */
    void check(Scope scope, ConnectionId credentials);
}
