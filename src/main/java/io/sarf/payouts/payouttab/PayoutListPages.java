package io.sarf.payouts.payouttab;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.access.PayoutsVisit;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.authorization.MayAuthorize;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.payout.MayRelease;
import io.sarf.payouts.payout.Payout;
import io.sarf.payouts.payout.PayoutId;
import io.sarf.payouts.payout.PayoutWords;
import io.sarf.payouts.payout.Payouts;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Moment;
import io.sarf.payouts.web.PayeeName;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/dashboard/{application}/{environment}/payouts")
@RolesAllowed(Permission.Name.PAYOUTS)
@Blocking
class PayoutListPages {
    private static final int PAGE = 50;

    record Row(
            String id,
            String url,
            PayeeName payee,
            String iban,
            String description,
            String amount,
            String decimal,
            String currency,
            PayoutWords.Badge badge,
            boolean selectable,
            boolean first,
            String flow,
            Moment created) {}

    record StatusChoice(String value, String label, boolean chosen) {}

    @CheckedTemplate(basePath = "payouts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Index(
            String base,
            PayoutOverview.Shape overview,
            List<Row> rows,
            List<StatusChoice> statuses,
            String q,
            boolean filtered,
            @Nullable String refusal,
            boolean source,
            boolean onDemand,
            @Nullable String releaseRefusal,
            @Nullable String older)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "payouts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Connect(String url) implements TemplateInstance {}

    private final PayoutsVisit visit;
    private final Payouts payouts;
    private final ListedPayouts listed;
    private final PayoutOverview overview;
    private final PayoutRows rows;
    private final PayoutWords words;
    private final Connections connections;
    private final MayAuthorize mayAuthorize;
    private final MayRelease mayRelease;

    PayoutListPages(
            PayoutsVisit visit,
            Payouts payouts,
            ListedPayouts listed,
            PayoutOverview overview,
            PayoutRows rows,
            PayoutWords words,
            Connections connections,
            MayAuthorize mayAuthorize,
            MayRelease mayRelease) {
        this.visit = visit;
        this.payouts = payouts;
        this.listed = listed;
        this.overview = overview;
        this.rows = rows;
        this.words = words;
        this.connections = connections;
        this.mayAuthorize = mayAuthorize;
        this.mayRelease = mayRelease;
    }

    @GET
    public TemplateInstance index(
            @BeanParam ScopePath here,
            @RestQuery @DefaultValue("") String status,
            @RestQuery @DefaultValue("") String q,
            @RestQuery @Nullable PayoutId before) {
        var scope = visit.to(here, "payouts");
        var source = !connections.defaultAuthorizers(scope).isEmpty();
        if (!source && listed.newest(scope, null, "", null, 1).isEmpty()) {
            return new Connect(scope.path() + "/connections/new");
        }
        var last = before == null ? null : payouts.require(scope, before);
        var chosen = ListedState.named(status);
        var search = q.substring(0, Math.min(q.length(), 100));
        var found = listed.newest(scope, chosen.orElse(null), search, last, PAGE + 1);
        var shown = found.subList(0, Math.min(found.size(), PAGE));
        return new Index(
                scope.path(),
                overview.of(scope),
                rows.of(scope, shown),
                choices(chosen),
                search,
                chosen.isPresent() || !search.isBlank() || last != null,
                refusal(scope).map(Refused::reason).orElse(null),
                source,
                mayRelease.offered(scope),
                mayRelease.refusal(scope, visit.person()).map(Refused::reason).orElse(null),
                found.size() > PAGE ? older(chosen.map(ListedState::name).orElse(""), search, shown) : null);
    }

    /** Why the person may not authorize at any bank, or that none is connected; empty if they may at one. */
    private Optional<Refused> refusal(Scope scope) {
        var refusals = Stream.concat(connections.all(scope).stream().map(BankConnection::bank), Stream.of(""))
                .map(bank -> mayAuthorize.refusal(scope, visit.person(), bank, MayAuthorize.Way.CODE))
                .toList();
        return refusals.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : refusals.get(0);
    }

    private List<StatusChoice> choices(Optional<ListedState> chosen) {
        return ListedState.ALL.stream()
                .map(state -> new StatusChoice(
                        state.name(),
                        words.badge(state.example()).label(),
                        chosen.filter(state::equals).isPresent()))
                .toList();
    }

    private static String older(String status, String q, List<Payout> shown) {
        var last = shown.get(shown.size() - 1).id();
        return "?status=" + status + "&q=" + java.net.URLEncoder.encode(q, java.nio.charset.StandardCharsets.UTF_8)
                + "&before=" + last;
    }
}
