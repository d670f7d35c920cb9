package io.sarf.payouts.payouttab;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.access.PayoutsVisit;
import io.sarf.payouts.api.ApiFault;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.money.MoneyText;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.payout.PayoutWords;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.web.PayeeName;
import io.sarf.payouts.web.Shown;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/dashboard/{application}/{environment}/payouts")
@RolesAllowed(Permission.Name.PAYOUTS)
@Blocking
class NewPayoutPages {
    record Choice(String id, String label, boolean chosen) {}

    /** @param notAutomatic why the reader may not authorize automatically; null if they may */
    @CheckedTemplate(basePath = "payouts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Form(
            String base,
            PayoutForm typed,
            Map<String, String> faults,
            List<Choice> accounts,
            List<Choice> payees,
            @Nullable String notAutomatic)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "payouts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Review(
            String base,
            PayoutForm typed,
            String account,
            String accountIban,
            PayeeName payee,
            String payeeIban,
            String amount,
            String currency,
            String inWords,
            List<String> warnings)
            implements TemplateInstance {}

    private static final Logger LOG = Logger.getLogger(NewPayoutPages.class);

    /** Among the faults: of the form as a whole. */
    private static final String UNSURE = "unsure";

    private final PayoutsVisit visit;
    private final PayoutDraft drafts;
    private final CreateFromForm create;
    private final PayoutWords words;
    private final Ids ids;

    NewPayoutPages(PayoutsVisit visit, PayoutDraft drafts, CreateFromForm create, PayoutWords words, Ids ids) {
        this.visit = visit;
        this.drafts = drafts;
        this.create = create;
        this.words = words;
        this.ids = ids;
    }

    @GET
    @Path("/new")
    public TemplateInstance form(@BeanParam ScopePath here, @RestQuery @DefaultValue("") String destination) {
        var scope = visit.to(here, "payouts");
        return form(scope, PayoutForm.empty(ids.next().toString(), destination), Map.of());
    }

    /** Returns from the review to the form, with everything that was typed. */
    @POST
    @Path("/new")
    public TemplateInstance change(@BeanParam ScopePath here, @BeanParam PayoutForm typed) {
        return form(visit.to(here, "payouts"), typed, Map.of());
    }

    @POST
    @Path("/review")
    public Response review(@BeanParam ScopePath here, @BeanParam PayoutForm typed) {
        var scope = visit.to(here, "payouts");
        var faults = drafts.faults(scope, visit.person(), typed);
        return faults.isEmpty() ? Response.ok(review(scope, typed)).build() : again(scope, typed, faults);
    }

    @POST
    public Response create(@BeanParam ScopePath here, @BeanParam PayoutForm typed) {
        var scope = visit.to(here, "payouts");
        var faults = drafts.faults(scope, visit.person(), typed);
        if (!faults.isEmpty()) {
            return again(scope, typed, faults);
        }
        boolean asTyped;
        try {
            asTyped = create.create(scope, visit.person(), PayoutId.fromString(typed.id), drafts.read(typed));
        } catch (Refused mayNot) {
            // In the person's language and at its field, unless it was of that moment.
            var now = drafts.faults(scope, visit.person(), typed);
            return again(scope, typed, now.isEmpty() ? Map.of("automatic", mayNot.reason()) : now);
        } catch (ApiFault unsure) {
            LOG.warnf("The form of payout %s is shown again: %s", typed.id, unsure.message());
            return Response.status(Response.Status.SERVICE_UNAVAILABLE)
                    .entity(form(scope, typed, Map.of(UNSURE, unsure.message())))
                    .build();
        }
        var payout = scope.path() + "/payouts/" + typed.id;
        return asTyped
                ? Flash.done(payout, messages().createdDone())
                : Flash.refused(payout, messages().createdBefore());
    }

    private Response again(Scope scope, PayoutForm typed, Map<String, String> faults) {
        return Response.status(422).entity(form(scope, typed, faults)).build();
    }

    private Form form(Scope scope, PayoutForm typed, Map<String, String> faults) {
        return new Form(
                scope.path(),
                typed,
                faults,
                drafts.accounts(scope, typed),
                drafts.payees(scope, typed),
                drafts.notAutomatic(scope, visit.person()));
    }

    private Review review(Scope scope, PayoutForm typed) {
        var reviewed = drafts.reviewed(scope, typed);
        return new Review(
                scope.path(),
                typed,
                reviewed.account().name(),
                Shown.iban(reviewed.account().iban()),
                reviewed.payee().payeeName(),
                Shown.iban(reviewed.payee().iban()),
                MoneyText.shown(reviewed.amount()),
                reviewed.amount().getCurrencyUnit().getCode(),
                MoneyText.inWords(reviewed.amount(), words.locale()),
                reviewed.warnings());
    }

    private NewPayoutMessages messages() {
        return NewPayoutWords.in(words.language());
    }
}
