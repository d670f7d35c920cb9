package io.sarf.payouts.payouttab;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.creation.CreationQueue;
import io.sarf.payouts.creation.SingleCreations;
import io.sarf.payouts.payout.NewPayout;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;

/** Payouts that people create with the form, without its page. */
@ApplicationScoped
public class FormPayouts {
    private final CreateFromForm form;
    private final SingleCreations creations;

    FormPayouts(CreateFromForm form, SingleCreations creations) {
        this.form = form;
        this.creations = creations;
    }

    public PayoutId create(Scope scope, Person person, PayoutId id, NewPayout wanted) {
        creations.create(call(scope, person, id, wanted));
        return id;
    }

    public CreationQueue.Call call(Scope scope, Person person, PayoutId id, NewPayout wanted) {
        return form.call(scope, person, id, wanted);
    }
}
