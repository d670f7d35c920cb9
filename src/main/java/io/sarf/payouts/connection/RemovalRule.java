package io.sarf.payouts.connection;

import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Person;
import java.util.List;

/**
 * Who can remove a connection: a payment source is the company's, so any Financial Controller; what a person authorizes
 * with is theirs, and everybody's once they have left
 * or are no Financial Controller any more.
 */
public final class RemovalRule {
    private RemovalRule() {}

    public static boolean may(BankConnection connection, Person reader, List<Members.Listed> members) {
        return connection.defaultAuthorizer()
                || connection.connectedBy().equals(reader.id())
                || !RenewalRule.present(members).contains(connection.connectedBy());
    }
}
