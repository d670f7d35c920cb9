package io.sarf.payouts.connection;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.access.PayoutsVisit;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Moment;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Path("/dashboard/{application}/{environment}/connections")
@RolesAllowed(Permission.Name.PAYOUTS)
@Produces(MediaType.TEXT_HTML)
@Blocking
class ConnectionPages {
    /** @param gone whether the person who connected it has left, or is no longer a Financial Controller */
    record Line(
            BankBadge bank,
            String user,
            String by,
            boolean yours,
            boolean gone,
            String mark,
            boolean defaultAuthorizer,
            boolean expired,
            @Nullable String renewUrl,
            @Nullable String removeUrl,
            String activity,
            Moment connectedAt) {}

    @CheckedTemplate(basePath = "connection", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ConnectionList(String connectUrl, List<Line> lines, List<BankSwitchPages.Line> banks)
            implements TemplateInstance {}

    private final Connections connections;
    private final Banks banks;
    private final BankSwitchPages switches;
    private final Members members;
    private final PayoutsVisit visit;
    private final Frame frame;

    ConnectionPages(
            Connections connections,
            Banks banks,
            BankSwitchPages switches,
            Members members,
            PayoutsVisit visit,
            Frame frame) {
        this.connections = connections;
        this.banks = banks;
        this.switches = switches;
        this.members = members;
        this.visit = visit;
        this.frame = frame;
    }

    static String url(Scope scope) {
        return scope.path() + "/connections";
    }

    @GET
    public TemplateInstance list(@BeanParam ScopePath here) {
        var scope = visit.to(here, "connections");
        var present = members.all(scope.application());
        var who = ConnectionRights.of(visit.person(), present);
        var all = connections.all(scope);
        var lines = all.stream()
                .map(connection -> line(connection, who, who.mayRemove(connection)))
                .toList();
        return new ConnectionList(url(scope) + "/new", lines, switches.lines(scope, all));
    }

    private Line line(BankConnection connection, ConnectionRights who, boolean removable) {
        var bank = banks.find(connection.bank())
                .map(known -> BankBadge.of(known.profile(), frame.lang()))
                .orElseGet(() -> BankBadge.unknown(connection.bank()));
        return new Line(
                bank,
                connection.bankUserName(),
                connection.connectedByName(),
                who.yours(connection),
                who.gone(connection),
                ConnectionWords.in(frame.lang()).mark(connection),
                connection.defaultAuthorizer(),
                connection.expired(),
                who.of(connection) == ConnectionRights.Seen.READER
                        ? RenewPages.url(connection.scope(), connection.id())
                        : null,
                removable ? url(connection.scope()) + "/" + connection.id() + "/removal" : null,
                connection.scope().path() + "/activity?subject=" + connection.id(),
                Moment.of(connection.connectedAt(), frame.lang()));
    }
}
