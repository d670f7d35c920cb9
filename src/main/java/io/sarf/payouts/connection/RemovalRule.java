package io.sarf.payouts.connection;

import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Person;
import java.util.List;

/**
 * Who may remove a connection. A payment source belongs to the company: any Financial Controller may remove it. Another
 * connection belongs to its owner, or to all Financial Controllers once the owner has left or lost that role.
 */
public final class RemovalRule {
    private RemovalRule() {}

    public static boolean may(BankConnection connection, Person reader, List<Members.Listed> members) {
        return connection.defaultAuthorizer()
                || connection.connectedBy().equals(reader.id())
                || !RenewalRule.present(members).contains(connection.connectedBy());
    }
}
