package io.sarf.payouts.review;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.authorization.AuthorizationId;
import io.sarf.payouts.authorization.Subjects;
import io.sarf.payouts.bank.Verdict;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Lets {@link DyingWitness} see when results are recorded. */
@Priority(1)
@Decorator
public abstract class WitnessedSubjects implements Subjects {
    @Inject
    @Any
    @Delegate
    Subjects subjects;

    @Inject
    DyingWitness witness;

    @Override
    public void decided(Scope scope, AuthorizationId authorization, Map<UUID, Verdict> verdicts) {
        witness.answered();
        subjects.decided(scope, authorization, verdicts);
    }
}
