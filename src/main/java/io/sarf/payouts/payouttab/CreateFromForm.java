package io.sarf.payouts.payouttab;

import io.sarf.payouts.access.PayoutsAccess;
import io.sarf.payouts.api.ApiAnswer;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.creation.CreationQueue;
import io.sarf.payouts.payout.CheckPayout;
import io.sarf.payouts.payout.CreatePayouts;
import io.sarf.payouts.payout.NewPayout;
import io.sarf.payouts.payout.Parties;
import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.payout.PayoutWords;
import io.sarf.payouts.payout.Payouts;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.team.SignInTooOld;
import io.sarf.payouts.work.Collisions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Creates the payout of a form. A form that is submitted twice creates one payout: its id is the form's. */
@ApplicationScoped
class CreateFromForm {
    /** Nobody reads it: the page that follows shows the payout. */
    private static final ApiAnswer DONE = new ApiAnswer(204, new byte[0], false);

    private final CreationQueue queue;
    private final Payouts payouts;
    private final PayoutsAccess access;
    private final CheckPayout check;
    private final CreatePayouts create;

    CreateFromForm(
            CreationQueue queue, Payouts payouts, PayoutsAccess access, CheckPayout check, CreatePayouts create) {
        this.queue = queue;
        this.payouts = payouts;
        this.access = access;
        this.check = check;
        this.create = create;
    }

    /**
     * Returns after the commit.
     *
     * @return whether the payout is as wanted; false if an earlier submission of the form created another one
     * @throws Refused if the payout has a fault, or is automatic and the person may not authorize automatically
     * @throws SignInTooOld if the person may, but has to sign in again first
     * @throws Missing if the person is no Financial Controller any more
     * @throws ApiFault if the queue is full, account or payee stay in use, or it is not known whether the payout was created
     */
    boolean create(Scope scope, Person person, PayoutId id, NewPayout wanted) {
        var before = payouts.find(scope, id);
        if (before.isPresent()) {
            return wanted.isPaidBy(before.get());
        }
        try {
            Uni.createFrom()
                    .completionStage(queue.submit(call(scope, person, id, wanted)))
                    .await()
                    .indefinitely();
            return true;
        } catch (RuntimeException e) {
            var other = Collisions.keyTaken(e) ? payouts.find(scope, id) : Optional.<Payout>empty();
            return wanted.isPaidBy(other.orElseThrow(() -> e));
        }
    }

    CreationQueue.Call call(Scope scope, Person person, PayoutId id, NewPayout wanted) {
        return new CreationQueue.Call(
                scope,
                null,
                person.actor(),
                null,
                0,
                List.of(new CreationQueue.Call.Wanted(id, wanted)),
                (call, parties) -> plan(scope, person, id, wanted, parties));
    }

    private CreationQueue.Call.Plan plan(Scope scope, Person person, PayoutId id, NewPayout wanted, Parties parties) {
        var payout = allowed(scope, person, id, wanted, parties);
        access.refusal(scope, person).ifPresent(refusal -> {
            throw new CreationQueue.Call.Refusal(refusal);
        });
        return new CreationQueue.Call.Plan(DONE, () -> new CreatePayouts.Made(List.of(payout), null, person.actor()));
    }

    private Payout allowed(Scope scope, Person person, PayoutId id, NewPayout wanted, Parties parties) {
        try {
            check.faults(parties, wanted, PayoutWords.faultsInEnglish()).stream()
                    .findFirst()
                    .ifPresent(fault -> {
                        throw new Refused(fault.code(), fault.message());
                    });
            return create.payout(scope, id, parties, wanted, person);
        } catch (Refused | SignInTooOld mayNot) {
            throw new CreationQueue.Call.Refusal(mayNot);
        }
    }
}
