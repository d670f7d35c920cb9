package io.sarf.payouts.connection;

import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Person;
import java.util.List;

/** A payment source belongs to the company; another connection to its owner, until they leave or lose their role. */
public final class RemovalRule {
    private RemovalRule() {}

    public static boolean may(BankConnection connection, Person reader, List<Members.Listed> members) {
        return connection.defaultAuthorizer()
                || connection.connectedBy().equals(reader.id())
                || !RenewalRule.present(members).contains(connection.connectedBy());
    }
}
