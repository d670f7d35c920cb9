package io.sarf.payouts.representative;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.ConnectionId;
import io.sarf.payouts.connection.ConnectionRights;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.team.Members;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The default authorizers of an application, and the connections that can replace them: all at the same bank. */
@ApplicationScoped
class Authorizers {
    /** @param gone whether the person who connected it has left or is not a Financial Controller now */
    record Login(ConnectionId id, String bank, String user, String connectedByName, boolean expired, boolean gone) {
        boolean choosable() {
            return !expired && !gone;
        }
    }

    record Pair(Login from, Login to) {}

    record AtBank(String bank, Login from, List<Login> others) {
        @Nullable
        Login choosable(@Nullable String id) {
            return others.stream()
                    .filter(other -> other.choosable() && other.id().toString().equals(id))
                    .findFirst()
                    .orElse(null);
        }

        /** Whether nobody could authorize from the dashboard once this one is the default authorizer. */
        boolean nobodyLeftWithout(Login to) {
            return !from.choosable() && others.stream().noneMatch(other -> other.choosable() && !other.equals(to));
        }
    }

    private final Connections connections;
    private final Members members;

    Authorizers(Connections connections, Members members) {
        this.connections = connections;
        this.members = members;
    }

    List<AtBank> all(Scope scope) {
        var present = ConnectionRights.present(members.all(scope.application()));
        var all = connections.all(scope);
        return all.stream()
                .filter(BankConnection::defaultAuthorizer)
                .map(from -> new AtBank(
                        from.bank(),
                        login(from, present),
                        all.stream()
                                .filter(other -> other.bank().equals(from.bank()) && !other.defaultAuthorizer())
                                .map(other -> login(other, present))
                                .toList()))
                .toList();
    }

    /** Null when it is not a default authorizer now. */
    @Nullable
    AtBank of(Scope scope, @Nullable String from) {
        return all(scope).stream()
                .filter(bank -> bank.from().id().toString().equals(from))
                .findFirst()
                .orElse(null);
    }

    /** The two connections as chosen, also when the change is already done; null for any other pair. */
    @Nullable
    Pair pair(Scope scope, @Nullable String from, @Nullable String to) {
        var shown = of(scope, from);
        var chosen = shown == null ? null : shown.choosable(to);
        if (shown != null && chosen != null) {
            return new Pair(shown.from(), chosen);
        }
        var done = of(scope, to);
        var before = done == null ? null : login(done.others(), from);
        return done == null || before == null ? null : new Pair(before, done.from());
    }

    private static @Nullable Login login(List<Login> logins, @Nullable String id) {
        return logins.stream()
                .filter(login -> login.id().toString().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static Login login(BankConnection connection, Set<UUID> present) {
        return new Login(
                connection.id(),
                connection.bank(),
                connection.bankUserName(),
                connection.connectedByName(),
                connection.expired(),
                !present.contains(connection.connectedBy()));
    }
}
