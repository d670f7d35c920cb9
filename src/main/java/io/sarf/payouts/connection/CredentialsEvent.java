package io.sarf.payouts.connection;

import io.sarf.payouts.application.Scope;

/** A change of a connection's credentials, fired in the transaction that records it. */
public sealed interface CredentialsEvent {
    Scope scope();

    ConnectionId connection();

    /** The bank rejects them; no call is possible. */
    record Expired(Scope scope, ConnectionId connection) implements CredentialsEvent {}

    record Removed(Scope scope, ConnectionId connection) implements CredentialsEvent {}

    /** Connection {@code now} is the default authorizer and takes over all further work. */
    record PassedOn(Scope scope, ConnectionId connection, ConnectionId now) implements CredentialsEvent {}

    record Renewed(Scope scope, ConnectionId connection) implements CredentialsEvent {}
}
