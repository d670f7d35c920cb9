package io.sarf.payouts.access;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.team.ScopePath;
import jakarta.enterprise.context.RequestScoped;

/** One person's visit to a page behind the door. */
@RequestScoped
public class PayoutsVisit {
    private final PayoutsAccess access;
    private final CurrentMember caller;
    private final Frame frame;

    PayoutsVisit(PayoutsAccess access, CurrentMember caller, Frame frame) {
        this.access = access;
        this.caller = caller;
        this.frame = frame;
    }

    /**
     * Lets the caller pass, or shows them what is missing.
     *
     * @param tab where the page stands, as {@link Frame} knows it
     */
    public Scope to(ScopePath path, String tab) {
        var scope = frame.at(path, tab);
        access.pass(scope, person());
        return scope;
    }

    public Person person() {
        return caller.person();
    }
}
