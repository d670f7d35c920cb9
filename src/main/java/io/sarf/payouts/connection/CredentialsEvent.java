package io.sarf.payouts.connection;

import io.sarf.payouts.application.Scope;

/** What became of a connection's credentials, told inside the transaction that records it. */
public sealed interface CredentialsEvent {
    Scope scope();

    ConnectionId connection();

    /** Nothing can be asked of the bank with them. */
    record Expired(Scope scope, ConnectionId connection) implements CredentialsEvent {}

    /** Nothing new leaves by them, ever. */
    record Removed(Scope scope, ConnectionId connection) implements CredentialsEvent {}

    /** Other credentials are the default authorizer now; what was done with these is done with {@code now}. */
    record PassedOn(Scope scope, ConnectionId connection, ConnectionId now) implements CredentialsEvent {}

    /** What waited for them can be asked for. */
    record Renewed(Scope scope, ConnectionId connection) implements CredentialsEvent {}
}
