package io.sarf.payouts.dispatch;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.connection.AccountId;
import io.sarf.payouts.destination.DestinationId;
import io.sarf.payouts.team.Person;
import io.sarf.testing.PaperBank;

/**
 * A company that can pay.
 *
 * @param owner connected the default authorizer, so may not authorize
 * @param first may authorize
 * @param second may authorize
 */
public record PayingCompany(
        Scope scope,
        PaperBank bank,
        Person owner,
        Person first,
        Person second,
        AccountId account,
        DestinationId destination) {}
