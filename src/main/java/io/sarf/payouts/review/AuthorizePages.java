package io.sarf.payouts.review;

import io.sarf.payouts.access.PayoutsVisit;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.authorization.AuthorizationId;
import io.sarf.payouts.authorization.AuthorizeSubjects;
import io.sarf.payouts.authorization.SavedSelections;
import io.sarf.payouts.authorization.Subject;
import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.payout.Payouts;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.team.SignInTooOld;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.work.WaitingCalls;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

@Path("/dashboard/{application}/{environment}/payouts")
@RolesAllowed(Permission.Name.PAYOUTS)
@Blocking
class AuthorizePages {
    private final PayoutsVisit visit;
    private final Payouts payouts;
    private final AuthorizeSubjects authorize;
    private final WaitingCalls waiting;
    private final SavedSelections selections;
    private final SelectedPayouts selected;
    private final Ids ids;

    AuthorizePages(
            PayoutsVisit visit,
            Payouts payouts,
            AuthorizeSubjects authorize,
            WaitingCalls waiting,
            SavedSelections selections,
            SelectedPayouts selected,
            Ids ids) {
        this.visit = visit;
        this.payouts = payouts;
        this.authorize = authorize;
        this.waiting = waiting;
        this.selections = selections;
        this.selected = selected;
        this.ids = ids;
    }

    /** @param id chosen with the form, so that sending the form twice begins one authorization */
    @POST
    @Path("/authorizations")
    public CompletionStage<Response> begin(
            @BeanParam ScopePath here,
            @RestForm @Nullable AuthorizationId id,
            @RestForm @Nullable List<String> payout) {
        var scope = visit.to(here, "payouts");
        var authorization = id == null ? new AuthorizationId(ids.next()) : id;
        var chosen = payout == null ? List.<String>of() : payout;
        return waiting.run(scope.application(), () -> begun(scope, authorization, chosen));
    }

    private Response begun(Scope scope, AuthorizationId authorization, List<String> chosen) {
        try {
            var picks = selected.read(chosen);
            var found = payouts.those(
                    scope, picks.stream().map(SelectedRevision::payout).toList());
            // Unknown payouts first: they answer 404, whatever is wrong with the others.
            var subjects = subjects(picks, found);
            return begin(scope, authorization, selected.oneBank(found), subjects);
        } catch (Refused refused) {
            return Flash.refused(scope.path() + "/payouts", refused.reason());
        }
    }

    private Response begin(Scope scope, AuthorizationId authorization, String bank, List<Subject> subjects) {
        try {
            authorize.begin(scope, visit.person(), authorization, bank, subjects);
            return Flash.silent(scope.path() + "/authorizations/" + authorization);
        } catch (SignInTooOld old) {
            var picks = subjects.stream()
                    .map(subject -> new SelectedRevision(new PayoutId(subject.id()), subject.version()).toString())
                    .toList();
            return Flash.silent(
                    selections.save(scope, visit.person(), SavedSelections.Review.AUTHORIZATION, authorization, picks));
        }
    }

    /** With the revisions that were shown, not the current ones. */
    private static List<Subject> subjects(List<SelectedRevision> picks, List<Payout> found) {
        var here = found.stream().collect(Collectors.toMap(Payout::id, Function.identity()));
        return picks.stream()
                .distinct()
                .map(pick -> Optional.ofNullable(here.get(pick.payout()))
                        .map(payout -> AuthorizedPayouts.subject(payout, pick.revision()))
                        .orElseThrow(() -> new Missing("payout")))
                .toList();
    }
}
