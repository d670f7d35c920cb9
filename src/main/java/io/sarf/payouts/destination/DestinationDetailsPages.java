package io.sarf.payouts.destination;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.access.PayoutsVisit;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.bank.NameCheck;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.destination.DestinationWords.Badge;
import io.sarf.payouts.journal.Journal;
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
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/dashboard/{application}/{environment}/destinations")
@RolesAllowed(Permission.Name.PAYOUTS)
@Produces(MediaType.TEXT_HTML)
@Blocking
class DestinationDetailsPages {
    record Facts(String id, PayeeName payee, String iban, List<Field> fields, String by, Moment created) {}

    /** @param code whether people copy it instead of reading it */
    record Field(String label, String value, boolean code) {}

    /** @param noMatch whether the name does not match the account */
    record AtBank(
            String bank,
            String bankId,
            Badge status,
            @Nullable Badge nameCheck,
            @Nullable CoolOff coolOff,
            boolean noMatch) {}

    record CoolOff(Moment until, long seconds) {}

    record Happening(String title, String actor, String kind, Moment at) {}

    /** {@code payUrl} is null if it can never be paid, {@code editUrl} and {@code removalUrl} if it was removed. */
    @CheckedTemplate(basePath = "destination", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DestinationDetails(
            String listUrl,
            String activity,
            @Nullable String payUrl,
            @Nullable String editUrl,
            @Nullable String removalUrl,
            Facts facts,
            AtBank atBank,
            List<Happening> history)
            implements TemplateInstance {}

    private static final Set<String> CODES = Set.of(
            "account_number", "swift_code", "bank_identifier", "ifsc", "sort_code", "routing_number", "transit_code");

    private final Destinations destinations;
    private final Connections connections;
    private final Banks banks;
    private final Journal journal;
    private final PayoutsVisit visit;
    private final Frame frame;
    private final Clock clock;

    DestinationDetailsPages(
            Destinations destinations,
            Connections connections,
            Banks banks,
            Journal journal,
            PayoutsVisit visit,
            Frame frame,
            Clock clock) {
        this.destinations = destinations;
        this.connections = connections;
        this.banks = banks;
        this.journal = journal;
        this.visit = visit;
        this.frame = frame;
        this.clock = clock;
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@BeanParam ScopePath here, @RestPath DestinationId id) {
        var scope = visit.to(here, "destinations");
        var words = DestinationWords.in(frame.lang());
        var destination = destinations.require(scope, id);
        var beneficiary = destinations.beneficiary(scope, id).orElse(null);
        var payable = beneficiary == null || !beneficiary.refused();
        var there = beneficiary == null || beneficiary.status() != Beneficiary.Status.REMOVED;
        var url = DestinationPages.url(scope, id);
        var history = journal.of(scope, id.value()).stream()
                .map(entry -> happening(entry, words))
                .toList();
        return new DestinationDetails(
                DestinationPages.url(scope),
                scope.path() + "/activity?subject=" + id,
                payable ? scope.path() + "/payouts/new?destination=" + id : null,
                there ? url + "/changes/new" : null,
                there && beneficiary != null ? url + "/removal" : null,
                facts(destination, words),
                atBank(scope, beneficiary, words),
                history);
    }

    private static Facts facts(Destination destination, DestinationWords words) {
        return new Facts(
                destination.id().toString(),
                destination.payeeName(),
                Shown.iban(destination.iban()),
                destination.details().fields().entrySet().stream()
                        .filter(field ->
                                !field.getValue().isEmpty() && !field.getKey().equals("display_name"))
                        .map(field -> new Field(
                                words.label(field.getKey()),
                                words.shown(field.getKey(), field.getValue()),
                                CODES.contains(field.getKey())))
                        .toList(),
                words.actors()
                        .who(
                                destination.createdBy().kind(),
                                destination.createdBy().name()),
                words.time(destination.createdAt()));
    }

    private AtBank atBank(Scope scope, @Nullable Beneficiary beneficiary, DestinationWords words) {
        if (beneficiary == null) {
            return new AtBank("", "", words.status(null), null, null, false);
        }
        var connection = connections.require(scope, beneficiary.connection());
        return new AtBank(
                bankName(connection.bank()),
                orEmpty(beneficiary.bankId()),
                words.status(beneficiary),
                words.nameCheck(beneficiary),
                coolOff(beneficiary, words),
                beneficiary.nameCheck() == NameCheck.Result.NO_MATCH);
    }

    private @Nullable CoolOff coolOff(Beneficiary beneficiary, DestinationWords words) {
        var until = beneficiary.coolOffUntil();
        if (until == null || beneficiary.status() != Beneficiary.Status.AWAITING_BENEFICIARY_COOL_OFF) {
            return null;
        }
        var seconds = Duration.between(clock.instant(), until).toSeconds();
        return new CoolOff(words.time(until), Math.max(0, seconds));
    }

    private Happening happening(Journal.Entry entry, DestinationWords words) {
        return new Happening(
                words.happened(entry.type()),
                words.actors().who(entry.actor(), this::bankName),
                entry.type().endsWith(".refused") ? "failed" : "neutral",
                words.time(entry.at()));
    }

    private String bankName(String identifier) {
        return banks.name(identifier, frame.lang());
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
