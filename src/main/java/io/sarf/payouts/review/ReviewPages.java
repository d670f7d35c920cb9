package io.sarf.payouts.review;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.access.PayoutsVisit;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.authorization.AuthorizationId;
import io.sarf.payouts.authorization.MayAuthorize;
import io.sarf.payouts.authorization.SavedSelections;
import io.sarf.payouts.payout.MayRelease;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.payout.PayoutWords;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
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
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Shows exactly what will be authorized with a code, or released without one, and what is left out and why. */
@Path("/dashboard/{application}/{environment}/payouts")
@RolesAllowed(Permission.Name.PAYOUTS)
@Blocking
class ReviewPages {
    /** @param refusal why the reader may authorize none of them; null if they may */
    @CheckedTemplate(basePath = "payouts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SelectionReview(
            String base,
            String title,
            String id,
            boolean release,
            long count,
            SelectedPayouts.Selection selection,
            @Nullable String refusal)
            implements TemplateInstance {}

    private final PayoutsVisit visit;
    private final MayAuthorize mayAuthorize;
    private final MayRelease mayRelease;
    private final SavedSelections selections;
    private final SelectedPayouts selected;
    private final PayoutWords words;
    private final Ids ids;

    ReviewPages(
            PayoutsVisit visit,
            MayAuthorize mayAuthorize,
            MayRelease mayRelease,
            SavedSelections selections,
            SelectedPayouts selected,
            PayoutWords words,
            Ids ids) {
        this.visit = visit;
        this.mayAuthorize = mayAuthorize;
        this.mayRelease = mayRelease;
        this.selections = selections;
        this.selected = selected;
        this.words = words;
        this.ids = ids;
    }

    /** @param bank given instead of rows: all that wait there, up to the maximum of one authorization */
    @POST
    @Path("/authorization-reviews")
    public Response authorization(
            @BeanParam ScopePath here, @RestForm @Nullable List<PayoutId> payout, @RestForm @Nullable String bank) {
        var scope = visit.to(here, "payouts");
        var id = new AuthorizationId(ids.next());
        return bank == null
                ? review(scope, id, MayAuthorize.Way.CODE, () -> rows(scope, MayAuthorize.Way.CODE, payout))
                : review(scope, id, MayAuthorize.Way.CODE, () -> selected.waitingAt(scope, visit.person(), bank));
    }

    @POST
    @Path("/release-reviews")
    public Response release(@BeanParam ScopePath here, @RestForm @Nullable List<PayoutId> payout) {
        var scope = visit.to(here, "payouts");
        var id = new AuthorizationId(ids.next());
        return review(scope, id, MayAuthorize.Way.RELEASE, () -> rows(scope, MayAuthorize.Way.RELEASE, payout));
    }

    /** It begins the same authorization as before its person signed in again. */
    @GET
    @Path("/authorization-reviews/{id}")
    public Response savedForAuthorization(@BeanParam ScopePath here, @PathParam("id") AuthorizationId id) {
        var scope = visit.to(here, "payouts");
        return saved(scope, id, MayAuthorize.Way.CODE, SavedSelections.Review.AUTHORIZATION);
    }

    @GET
    @Path("/release-reviews/{id}")
    public Response savedForRelease(@BeanParam ScopePath here, @PathParam("id") AuthorizationId id) {
        var scope = visit.to(here, "payouts");
        return saved(scope, id, MayAuthorize.Way.RELEASE, SavedSelections.Review.RELEASE);
    }

    private SelectedPayouts.Selection rows(Scope scope, MayAuthorize.Way way, @Nullable List<PayoutId> payouts) {
        return selected.of(scope, visit.person(), way, payouts == null ? List.of() : payouts);
    }

    private Response saved(Scope scope, AuthorizationId id, MayAuthorize.Way way, SavedSelections.Review review) {
        var picks = selections.require(scope, visit.person(), review, id);
        return review(scope, id, way, () -> selected.asShown(scope, visit.person(), way, picks));
    }

    private Response review(
            Scope scope, AuthorizationId id, MayAuthorize.Way way, Supplier<SelectedPayouts.Selection> chosen) {
        try {
            var selection = chosen.get();
            var release = way == MayAuthorize.Way.RELEASE;
            var messages = words.messages();
            return Response.ok(new SelectionReview(
                            scope.path(),
                            release ? messages().releaseTitle() : messages().reviewAuthorization(),
                            id.toString(),
                            release,
                            selection.lines().size(),
                            selection,
                            refusal(scope, way, selection.bank())))
                    .build();
        } catch (Refused refused) {
            return Flash.refused(scope.path() + "/payouts", refused.reason());
        }
    }

    private @Nullable String refusal(Scope scope, MayAuthorize.Way way, @Nullable String bank) {
        if (bank == null) {
            return null;
        }
        var refusal = way == MayAuthorize.Way.RELEASE
                ? mayRelease.refusal(scope, visit.person(), bank)
                : mayAuthorize.refusal(scope, visit.person(), bank, way);
        return refusal.map(Refused::reason).orElse(null);
    }

    private ReviewMessages messages() {
        return ReviewWords.in(words.language());
    }
}
