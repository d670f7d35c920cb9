package io.sarf.payouts.connection;

import io.sarf.payouts.application.Scope;

/** What became of a connection's credentials, told inside the transaction that records it. */
public sealed interface CredentialsEvent {
    Scope scope();

    ConnectionId connection();

    /** Nothing can be asked of the bank with them. */
    record Expired(Scope scope, ConnectionId connection) implements CredentialsEvent {}

    /** What waited for them can be asked for. */
    record Renewed(Scope scope, ConnectionId connection) implements CredentialsEvent {}
}
