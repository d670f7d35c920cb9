package io.sarf.payouts.ondemand;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.access.PayoutsVisit;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.authorization.AuthorizationId;
import io.sarf.payouts.authorization.SavedSelections;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.review.SelectedPayouts;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.team.SignInTooOld;
import io.sarf.payouts.web.Flash;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Releases exactly what was reviewed: on demand, without a code. */
@Path("/dashboard/{application}/{environment}/payouts")
@RolesAllowed(Permission.Name.PAYOUTS)
@Blocking
class ReleasePages {
    record Progress(int done, int all) {}

    /** @param progress null once all have a result; until then the page reloads itself */
    @CheckedTemplate(basePath = "ondemand", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Released(String base, String url, @Nullable Progress progress, List<SelectedPayouts.Now> lines)
            implements TemplateInstance {}

    private final PayoutsVisit visit;
    private final SelectedPayouts selected;
    private final SavedSelections selections;
    private final OnDemandAuthorizations authorizations;
    private final Ids ids;

    ReleasePages(
            PayoutsVisit visit,
            SelectedPayouts selected,
            SavedSelections selections,
            OnDemandAuthorizations authorizations,
            Ids ids) {
        this.visit = visit;
        this.selected = selected;
        this.selections = selections;
        this.authorizations = authorizations;
        this.ids = ids;
    }

    /** @param id chosen with the form, so that sending the form twice releases once */
    @POST
    @Path("/releases")
    public Response release(
            @BeanParam ScopePath here,
            @RestForm @Nullable AuthorizationId id,
            @RestForm @Nullable List<String> payout) {
        var scope = visit.to(here, "payouts");
        var release = id == null ? new AuthorizationId(ids.next()) : id;
        try {
            return release(scope, release, payout == null ? List.of() : payout);
        } catch (Refused refused) {
            return Flash.refused(scope.path() + "/payouts", refused.reason());
        }
    }

    private Response release(Scope scope, AuthorizationId id, List<String> picks) {
        var person = visit.person();
        var shown = selected.picked(picks);
        selected.bank(scope, shown.keySet());
        try {
            authorizations.create(scope, id.value(), shown, person);
        } catch (SignInTooOld old) {
            return Flash.silent(selections.save(scope, person, SavedSelections.Review.RELEASE, id, picks));
        }
        return Flash.silent(url(scope, id));
    }

    @GET
    @Path("/releases/{id}")
    public TemplateInstance show(@BeanParam ScopePath here, @PathParam("id") AuthorizationId id) {
        var scope = visit.to(here, "payouts");
        var released = authorizations.progress(scope, id.value()).orElseThrow(() -> new Missing("release"));
        return new Released(
                scope.path(),
                url(scope, id),
                released.open() == 0
                        ? null
                        : new Progress(
                                released.payouts().size() - released.open(),
                                released.payouts().size()),
                selected.now(scope, released.payouts()));
    }

    private static String url(Scope scope, AuthorizationId id) {
        return scope.path() + "/payouts/releases/" + id;
    }
}
