package io.sarf.payouts.destination;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.access.PayoutsVisit;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.destination.DestinationWords.Badge;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Moment;
import io.sarf.payouts.web.PayeeName;
import io.sarf.payouts.web.Shown;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/dashboard/{application}/{environment}/destinations")
@RolesAllowed(Permission.Name.PAYOUTS)
@Produces(MediaType.TEXT_HTML)
@Blocking
class DestinationPages {
    private static final int PAGE = 25;
    private static final int SEARCH_MAX = 140;

    record Line(
            String url,
            PayeeName payee,
            String iban,
            String country,
            String currency,
            Badge status,
            @Nullable Badge nameCheck,
            String by,
            Moment created) {}

    /** @param connected whether a bank is connected; without one nothing can be added */
    @CheckedTemplate(basePath = "destination", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DestinationList(
            String listUrl,
            String newUrl,
            String connectUrl,
            String q,
            boolean connected,
            boolean searched,
            List<Line> lines,
            @Nullable String newestUrl,
            @Nullable String olderUrl)
            implements TemplateInstance {}

    private final Destinations destinations;
    private final Connections connections;
    private final PayoutsVisit visit;
    private final Frame frame;

    DestinationPages(Destinations destinations, Connections connections, PayoutsVisit visit, Frame frame) {
        this.destinations = destinations;
        this.connections = connections;
        this.visit = visit;
        this.frame = frame;
    }

    static String url(Scope scope) {
        return scope.path() + "/destinations";
    }

    static String url(Scope scope, DestinationId id) {
        return url(scope) + "/" + id;
    }

    /** @param before an instant: lists only destinations created earlier */
    @GET
    public TemplateInstance list(
            @BeanParam ScopePath here, @RestQuery @Nullable String q, @RestQuery @Nullable String before) {
        var scope = visit.to(here, "destinations");
        var search = searched(q);
        var from = instant(before);
        var found = destinations.newest(scope, search, from, PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        var last = found.size() > PAGE ? shown.get(PAGE - 1).createdAt() : null;
        return new DestinationList(
                url(scope),
                url(scope) + "/new",
                scope.path() + "/connections/new",
                search,
                !connections.defaultAuthorizers(scope).isEmpty(),
                !search.isEmpty() || from != null,
                lines(scope, shown),
                from == null ? null : page(scope, search, null),
                last == null ? null : page(scope, search, last));
    }

    private List<Line> lines(Scope scope, List<Destination> shown) {
        if (shown.isEmpty()) {
            return List.of();
        }
        var words = DestinationWords.in(frame.lang());
        var beneficiaries = destinations.beneficiaries(
                scope, shown.stream().map(Destination::id).toList());
        return shown.stream()
                .map(destination -> line(scope, destination, beneficiaries, words))
                .toList();
    }

    private static Line line(
            Scope scope,
            Destination destination,
            Map<DestinationId, Beneficiary> beneficiaries,
            DestinationWords words) {
        var beneficiary = beneficiaries.get(destination.id());
        return new Line(
                url(scope, destination.id()),
                destination.payeeName(),
                Shown.iban(destination.iban()),
                Shown.country(destination.country(), words.language()),
                destination.currency(),
                words.status(beneficiary),
                words.nameCheck(beneficiary),
                words.actors()
                        .who(
                                destination.createdBy().kind(),
                                destination.createdBy().name()),
                words.time(destination.createdAt()));
    }

    private static String page(Scope scope, String search, @Nullable Instant before) {
        return url(scope) + "?q=" + URLEncoder.encode(search, StandardCharsets.UTF_8)
                + (before == null ? "" : "&before=" + before);
    }

    private static String searched(@Nullable String q) {
        var text = Objects.requireNonNullElse(q, "").strip();
        return text.substring(0, Math.min(SEARCH_MAX, text.length()));
    }

    private static @Nullable Instant instant(@Nullable String before) {
        try {
            return before == null || before.isBlank() ? null : Instant.parse(before);
        } catch (DateTimeParseException notAnInstant) {
            return null;
        }
    }
}
