package io.sarf.payouts.connection;

import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Person;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who can renew a login that has expired: the person who connected it, and nobody once they have left. */
public record WhoRenews(Person reader, Set<UUID> present) {
    /** As the reader of a page sees it. */
    public enum Seen {
        /** It has not expired. */
        NOBODY_NEEDS_TO,
        READER,
        ANOTHER,
        /** Whoever connected it has left, so that only the representative can help. */
        NOBODY_CAN
    }

    public static WhoRenews of(Person reader, List<Members.Listed> members) {
        return new WhoRenews(
                reader, members.stream().map(Members.Listed::person).collect(Collectors.toUnmodifiableSet()));
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

    /** Whether the person who connected it is no member any more. */
    boolean gone(BankConnection connection) {
        return !present.contains(connection.connectedBy());
    }
}
