package io.sarf.payouts.payout;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.access.PayoutsVisit;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.authorization.AuthorizationId;
import io.sarf.payouts.authorization.AuthorizeSubjects;
import io.sarf.payouts.authorization.KeptSelections;
import io.sarf.payouts.authorization.MayAuthorize;
import io.sarf.payouts.authorization.SignInTooOld;
import io.sarf.payouts.authorization.Subject;
import io.sarf.payouts.money.MoneyText;
import io.sarf.payouts.platform.Flash;
import io.sarf.payouts.platform.Ids;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.platform.Shown;
import io.sarf.payouts.team.Permission;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** From the selected rows to an authorization: first exactly what will be authorized, then the bank is asked. */
@Path("/dashboard/{application}/{environment}/payouts")
@RolesAllowed(Permission.Name.PAYOUTS)
@Blocking
class AuthorizePages {
    private static final int MOST = 500;

    record Line(String pick, String name, String iban, String amount, String currency, boolean first) {}

    record Sum(String amount, String currency) {}

    @CheckedTemplate(basePath = "payouts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AuthorizeReview(
            String base,
            String id,
            int count,
            List<Line> lines,
            List<Sum> totals,
            @Nullable String refusal) implements TemplateInstance {}

    private final PayoutsVisit visit;
    private final Payouts payouts;
    private final MayAuthorize mayAuthorize;
    private final AuthorizeSubjects authorize;
    private final KeptSelections selections;
    private final PayoutWords words;
    private final Ids ids;

    AuthorizePages(
            PayoutsVisit visit,
            Payouts payouts,
            MayAuthorize mayAuthorize,
            AuthorizeSubjects authorize,
            KeptSelections selections,
            PayoutWords words,
            Ids ids) {
        this.visit = visit;
        this.payouts = payouts;
        this.mayAuthorize = mayAuthorize;
        this.authorize = authorize;
        this.selections = selections;
        this.words = words;
        this.ids = ids;
    }

    /** @param payout ids of the selected rows */
    @POST
    @Path("/authorization-reviews")
    public Response review(
            @PathParam("application") ApplicationId application,
            @PathParam("environment") Environment environment,
            @RestForm @Nullable List<PayoutId> payout) {
        var scope = visit.to(application, environment, "payouts");
        try {
            var chosen = waiting(scope, payout == null ? List.of() : payout);
            return Response.ok(review(scope, new AuthorizationId(ids.next()), chosen))
                    .build();
        } catch (Refused refused) {
            return Flash.refused(scope.path() + "/payouts", refused.reason());
        }
    }

    /** The review of a selection that was kept while its person signed in again; it begins the same authorization. */
    @GET
    @Path("/authorization-reviews/{id}")
    public Response kept(
            @PathParam("application") ApplicationId application,
            @PathParam("environment") Environment environment,
            @PathParam("id") AuthorizationId id) {
        var scope = visit.to(application, environment, "payouts");
        var picks = selections.require(scope, visit.person(), id);
        try {
            return Response.ok(review(scope, id, asShown(scope, picks))).build();
        } catch (Refused refused) {
            return Flash.refused(scope.path() + "/payouts", refused.reason());
        }
    }

    /**
     * @param id of the authorization, chosen with the form: the form sent twice leads to one window
     * @param payout {@code id:revision} of each row exactly as it was shown
     */
    @POST
    @Path("/authorizations")
    public Response begin(
            @PathParam("application") ApplicationId application,
            @PathParam("environment") Environment environment,
            @RestForm @Nullable AuthorizationId id,
            @RestForm @Nullable List<String> payout) {
        var scope = visit.to(application, environment, "payouts");
        var window = id == null ? new AuthorizationId(ids.next()) : id;
        try {
            var subjects = subjects(scope, payout == null ? List.of() : payout);
            var bank = oneBank(payouts.those(
                    scope,
                    subjects.stream().map(subject -> new PayoutId(subject.id())).toList()));
            return begin(scope, window, bank, subjects);
        } catch (Refused refused) {
            return Flash.refused(scope.path() + "/payouts", refused.reason());
        }
    }

    private Response begin(Scope scope, AuthorizationId window, String bank, List<Subject> subjects) {
        try {
            authorize.begin(scope, visit.person(), window, bank, subjects);
            return Flash.silent(scope.path() + "/authorizations/" + window);
        } catch (SignInTooOld old) {
            var picks = subjects.stream()
                    .map(subject -> new Pick(new PayoutId(subject.id()), subject.version()).toString())
                    .toList();
            selections.keep(scope, visit.person(), window, picks);
            return Flash.silent(old.wayOut(scope, window));
        }
    }

    private List<Payout> waiting(Scope scope, List<PayoutId> ids) {
        if (ids.size() > MOST) {
            throw new Refused("TOO_MANY", words.messages().nothingSelected());
        }
        var waiting = payouts.those(scope, ids).stream()
                .filter(payout -> payout.status() == PayoutStatus.AWAITING_AUTHORIZATION)
                .sorted(Comparator.comparing(Payout::createdAt))
                .toList();
        oneBank(waiting);
        return waiting;
    }

    /** The payouts, unless one has changed since it was picked: what is reviewed again is what was reviewed before. */
    private List<Payout> asShown(Scope scope, List<String> picks) {
        var picked = picks.stream().map(this::picked).collect(Collectors.toSet());
        var chosen = payouts.those(scope, picked.stream().map(Pick::payout).toList()).stream()
                .sorted(Comparator.comparing(Payout::createdAt))
                .toList();
        for (var payout : chosen) {
            if (payout.status() != PayoutStatus.AWAITING_AUTHORIZATION || !picked.contains(Pick.of(payout))) {
                throw new Refused("CHANGED_MEANWHILE", words.messages().changedMeanwhile(payout.recipientName()));
            }
        }
        oneBank(chosen);
        return chosen;
    }

    private String oneBank(List<Payout> chosen) {
        var banks = chosen.stream().map(Payout::bank).distinct().toList();
        if (banks.isEmpty()) {
            throw new Refused("NOTHING_SELECTED", words.messages().nothingSelected());
        } else if (banks.size() > 1) {
            throw new Refused("SEVERAL_BANKS", words.messages().oneBank());
        }
        return banks.get(0);
    }

    private AuthorizeReview review(Scope scope, AuthorizationId id, List<Payout> chosen) {
        var paid = payouts.paidBefore(
                scope, chosen.stream().map(Payout::destination).distinct().toList());
        var lines = chosen.stream()
                .map(payout -> new Line(
                        Pick.of(payout).toString(),
                        payout.recipientName(),
                        Shown.iban(payout.recipientIban()),
                        MoneyText.shown(payout.amount()),
                        payout.amount().getCurrencyUnit().getCode(),
                        !paid.contains(payout.destination().value())))
                .toList();
        var totals = new TreeMap<String, Money>();
        chosen.forEach(
                payout -> totals.merge(payout.amount().getCurrencyUnit().getCode(), payout.amount(), Money::plus));
        return new AuthorizeReview(
                scope.path(),
                id.toString(),
                chosen.size(),
                lines,
                totals.entrySet().stream()
                        .map(total -> new Sum(MoneyText.shown(total.getValue()), total.getKey()))
                        .toList(),
                mayAuthorize
                        .refusal(scope, visit.person(), chosen.get(0).bank())
                        .map(Refused::reason)
                        .orElse(null));
    }

    /** The subjects with the revisions that were shown, whatever the rows are by now. */
    private List<Subject> subjects(Scope scope, List<String> picks) {
        var subjects = new ArrayList<Subject>();
        for (var pick : picks.subList(0, Math.min(picks.size(), MOST))) {
            var picked = picked(pick);
            var payout = payouts.require(scope, picked.payout());
            subjects.add(new Subject(
                    AuthorizedPayouts.KIND,
                    payout.id().value(),
                    picked.revision(),
                    payout.recipientName(),
                    payout.recipientIban(),
                    payout.amount(),
                    payout.reference()));
        }
        return subjects;
    }

    private Pick picked(String pick) {
        return Pick.read(pick)
                .orElseThrow(
                        () -> new Refused("NOTHING_SELECTED", words.messages().nothingSelected()));
    }
}
