package io.sarf.payouts.access;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Person;
import io.sarf.payouts.team.ScopePath;
import jakarta.enterprise.context.RequestScoped;

/** The access check of pages for payouts. */
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

    /** @param tab the current tab, as in {@link Frame} */
    public Scope to(ScopePath path, String tab) {
        var scope = frame.at(path, tab);
        access.pass(scope, person());
        return scope;
    }

    public Person person() {
        return caller.person();
    }
}
