package io.sarf.payouts.source;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.access.PayoutsVisit;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.ConnectionId;
import io.sarf.payouts.connection.ConnectionRights;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.connection.RemoveConnection;
import io.sarf.payouts.destination.Destinations;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.work.WaitingCalls;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** Belongs to this package because the package connection does not know payouts. */
@Path("/dashboard/{application}/{environment}/connections/{id}/removal")
@RolesAllowed(Permission.Name.PAYOUTS)
@Produces(MediaType.TEXT_HTML)
@Blocking
class ConnectionRemovalPages {
    private static final int UNPROCESSABLE = 422;

    /** @param source whether it is a payment source, so that others lose their authorization at the bank too */
    @CheckedTemplate(basePath = "payouts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ConnectionRemoval(
            String action,
            String back,
            String waitingUrl,
            String bank,
            String user,
            String by,
            boolean source,
            AffectedPayouts.Affected unsent,
            AffectedPayouts.Affected underWay,
            AffectedPayouts.Affected waiting,
            long destinations,
            List<String> authorizers,
            @Nullable String closed,
            @Nullable String error)
            implements TemplateInstance {}

    private final PayoutsVisit visit;
    private final Connections connections;
    private final RemoveConnection remove;
    private final WaitingCalls waiting;
    private final AffectedPayouts payouts;
    private final Destinations destinations;
    private final Members members;
    private final Banks banks;
    private final Frame frame;

    ConnectionRemovalPages(
            PayoutsVisit visit,
            Connections connections,
            RemoveConnection remove,
            WaitingCalls waiting,
            AffectedPayouts payouts,
            Destinations destinations,
            Members members,
            Banks banks,
            Frame frame) {
        this.visit = visit;
        this.connections = connections;
        this.remove = remove;
        this.waiting = waiting;
        this.payouts = payouts;
        this.destinations = destinations;
        this.members = members;
        this.banks = banks;
        this.frame = frame;
    }

    @GET
    public TemplateInstance show(@BeanParam ScopePath here, @PathParam("id") ConnectionId id) {
        var scope = visit.to(here, "connections");
        return page(scope, connections.requireLive(scope, id), null);
    }

    /** @param source whether the page showed it as a payment source */
    @POST
    public CompletionStage<Response> remove(
            @BeanParam ScopePath here,
            @PathParam("id") ConnectionId id,
            @RestForm @Nullable Boolean source,
            @RestForm @Nullable Boolean understood) {
        var scope = visit.to(here, "connections");
        var list = scope.path() + "/connections";
        var connection = connections.require(scope, id);
        var bank = banks.name(connection.bank(), frame.lang());
        if (connection.status() == BankConnection.Status.REMOVED) {
            return CompletableFuture.completedStage(Flash.done(list, words().done(bank)));
        }
        if (closed(connection) != null) {
            return again(page(scope, connection, null));
        }
        if (source == null || source != connection.defaultAuthorizer()) {
            return again(page(scope, connection, words().stale()));
        }
        if (!Boolean.TRUE.equals(understood)) {
            return again(page(scope, connection, words().understoodNeeded()));
        }
        return waiting.run(scope.application(), () -> {
            remove.remove(scope, id, "USER_REQUESTED", visit.person().actor());
            return Flash.done(list, words().done(bank));
        });
    }

    private static CompletionStage<Response> again(TemplateInstance page) {
        return CompletableFuture.completedStage(
                Response.status(UNPROCESSABLE).entity(page).build());
    }

    private ConnectionRemoval page(Scope scope, BankConnection connection, @Nullable String error) {
        var affected = payouts.of(scope, connection.id());
        return new ConnectionRemoval(
                scope.path() + "/connections/" + connection.id() + "/removal",
                scope.path() + "/connections",
                scope.path() + "/payouts?status=AWAITING_AUTHORIZATION",
                banks.name(connection.bank(), frame.lang()),
                connection.bankUserName(),
                connection.connectedByName(),
                connection.defaultAuthorizer(),
                affected.unsent(),
                affected.underWay(),
                affected.waiting(),
                destinations.payable(scope, connection.id()),
                connections.all(scope).stream()
                        .filter(other -> other.bank().equals(connection.bank())
                                && !other.id().equals(connection.id())
                                && !other.defaultAuthorizer()
                                && !other.expired())
                        .map(BankConnection::connectedByName)
                        .sorted()
                        .toList(),
                closed(connection),
                error);
    }

    private @Nullable String closed(BankConnection connection) {
        var present = members.all(connection.scope().application());
        return ConnectionRights.of(visit.person(), present).mayRemove(connection)
                ? null
                : words().byAnother(connection.connectedByName());
    }

    private RemovalMessages words() {
        return MessageBundles.get(RemovalMessages.class, Localized.Literal.of(frame.lang()));
    }
}
