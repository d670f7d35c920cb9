package io.sarf.payouts.authorization;

import io.sarf.payouts.application.Scope;
import io.sarf.payouts.team.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A person at the authorize window, without the browser. */
@ApplicationScoped
public class Windows {
    private final AuthorizeSubjects authorize;
    private final Authorizations authorizations;

    Windows(AuthorizeSubjects authorize, Authorizations authorizations) {
        this.authorize = authorize;
        this.authorizations = authorizations;
    }

    public void begin(Scope scope, Person person, AuthorizationId id, String bank, List<Subject> subjects) {
        authorize.begin(scope, person, id, bank, subjects);
    }

    public void code(Scope scope, Person person, AuthorizationId id, String otp) {
        authorize.complete(scope, person, id, otp);
    }

    /** Whether a code can be typed into it. */
    public boolean waits(Scope scope, Person person, AuthorizationId id) {
        return authorizations
                .find(scope, person, id)
                .filter(one -> one.status() == Authorization.Status.CHALLENGED)
                .isPresent();
    }
}
