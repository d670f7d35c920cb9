package io.sarf.payouts.payouttab;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.access.PayoutsVisit;
import io.sarf.payouts.destination.PayeeChanges;
import io.sarf.payouts.payout.CancelPayout;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.payout.PayoutStatus;
import io.sarf.payouts.payout.PayoutWords;
import io.sarf.payouts.payout.Payouts;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.web.Moment;
import io.sarf.payouts.web.PayeeName;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Path("/dashboard/{application}/{environment}/payouts")
@RolesAllowed(Permission.Name.PAYOUTS)
@Blocking
class PayoutPages {
    record Event(
            String title,
            String actor,
            Moment at,
            String kind,
            @Nullable String message,
            @Nullable String published) {}

    /** @param refusal why the reader may not authorize it, or not accept its payee's name; null if they may */
    record AuthorizationOptions(
            boolean authorizable,
            boolean releasable,
            @Nullable String refusal,
            boolean forSecondPerson) {}

    @CheckedTemplate(basePath = "payouts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Show(
            String list,
            String activity,
            String id,
            @Nullable String payment,
            PayeeName payee,
            String iban,
            String destinationUrl,
            String amount,
            String currency,
            String inWords,
            PayoutWords.Badge badge,
            String flow,
            String description,
            @Nullable String externalReference,
            String accountName,
            String accountIban,
            String bank,
            @Nullable String bankReference,
            String reference,
            @Nullable String reason,
            @Nullable String bankReason,
            String createdBy,
            Moment created,
            Moment updated,
            boolean nameMismatch,
            @Nullable String nameAccepted,
            boolean cancellable,
            AuthorizationOptions options,
            @Nullable String authorizationUrl,
            List<PayeeChanges.Line> payeeEdited,
            boolean moving,
            List<Event> events)
            implements TemplateInstance {}

    private final PayoutsVisit visit;
    private final Payouts payouts;
    private final PayoutWords words;
    private final PayoutDetails details;
    private final CancelPayout cancel;

    PayoutPages(PayoutsVisit visit, Payouts payouts, PayoutWords words, PayoutDetails details, CancelPayout cancel) {
        this.visit = visit;
        this.payouts = payouts;
        this.words = words;
        this.details = details;
        this.cancel = cancel;
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@BeanParam ScopePath here, @PathParam("id") PayoutId id) {
        var scope = visit.to(here, "payouts");
        return details.page(payouts.require(scope, id), visit.person());
    }

    @POST
    @Path("/{id}/cancellation")
    public Response cancel(@BeanParam ScopePath here, @PathParam("id") PayoutId id) {
        var scope = visit.to(here, "payouts");
        var url = scope.path() + "/payouts/" + id;
        try {
            var payout = cancel.cancel(scope, id, visit.person().actor());
            return Flash.done(
                    url,
                    payout.status() == PayoutStatus.QUEUEING
                            ? words.messages().cancellationRequested()
                            : words.messages().cancelled());
        } catch (Refused refused) {
            var now = words.badge(payouts.require(scope, id)).label();
            return Flash.refused(url, words.messages().notCancellable(now));
        }
    }
}
