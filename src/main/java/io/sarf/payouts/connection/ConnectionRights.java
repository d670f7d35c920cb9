package io.sarf.payouts.connection;

import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.team.Role;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who can renew and remove a connection. A payment source belongs to the company; another connection to the person who
 * connected it, until they leave or lose their role. Only that person renews an expired login.
 */
public record ConnectionRights(Person reader, Set<UUID> present) {
    public enum Seen {
        NOBODY_NEEDS_TO,
        READER,
        ANOTHER,
        /** The person who connected it has left or lost the role; only the representative can help. */
        NOBODY_CAN
    }

    public static ConnectionRights of(Person reader, List<Members.Listed> members) {
        return new ConnectionRights(reader, present(members));
    }

    /** Current Financial Controllers: only they can open the pages that renew and remove. */
    public static Set<UUID> present(List<Members.Listed> members) {
        return members.stream()
                .filter(member -> member.grants().has(Role.FINANCIAL_CONTROLLER))
                .map(Members.Listed::person)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Seen of(BankConnection connection) {
        if (!connection.expired()) {
            return Seen.NOBODY_NEEDS_TO;
        }
        if (yours(connection)) {
            return Seen.READER;
        }
        return gone(connection) ? Seen.NOBODY_CAN : Seen.ANOTHER;
    }

    boolean yours(BankConnection connection) {
        return connection.connectedBy().equals(reader.id());
    }

    boolean gone(BankConnection connection) {
        return !present.contains(connection.connectedBy());
    }

    public boolean mayRemove(BankConnection connection) {
        return connection.defaultAuthorizer() || yours(connection) || gone(connection);
    }
}
