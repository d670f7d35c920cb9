package io.sarf.payouts.connection;

import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.access.PayoutsVisit;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.Credentials;
import io.sarf.payouts.connection.ConnectPages.CredentialsForm;
import io.sarf.payouts.connection.ConnectionWords.Faults;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.FreshSignIn;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.work.WaitingCalls;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Reconnect: the dialog of {@link ConnectPages} for an expired login, only for the person who connected it. */
@Path("/dashboard/{application}/{environment}/connections/{id}/renewal")
@RolesAllowed(Permission.Name.PAYOUTS)
@Produces(MediaType.TEXT_HTML)
@Blocking
class RenewPages {
    private final RenewCredentials renew;
    private final Connections connections;
    private final ConnectPages pages;
    private final Members members;
    private final FreshSignIn fresh;
    private final WaitingCalls waiting;
    private final PayoutsVisit visit;
    private final Frame frame;

    RenewPages(
            RenewCredentials renew,
            Connections connections,
            ConnectPages pages,
            Members members,
            FreshSignIn fresh,
            WaitingCalls waiting,
            PayoutsVisit visit,
            Frame frame) {
        this.renew = renew;
        this.connections = connections;
        this.pages = pages;
        this.members = members;
        this.fresh = fresh;
        this.waiting = waiting;
        this.visit = visit;
        this.frame = frame;
    }

    static String url(Scope scope, ConnectionId connection) {
        return ConnectionPages.url(scope) + "/" + connection + "/renewal";
    }

    @GET
    public TemplateInstance credentials(@BeanParam ScopePath here, @RestPath ConnectionId id) {
        var scope = visit.to(here, "connections");
        var connection = connections.requireLive(scope, id);
        fresh.require(visit.person());
        return form(scope, connection, "", Faults.NONE);
    }

    @POST
    public CompletionStage<Response> begin(
            @BeanParam ScopePath here,
            @RestPath ConnectionId id,
            @RestForm("user_name") @Nullable String userName,
            @RestForm @Nullable String password) {
        var scope = visit.to(here, "connections");
        var connection = connections.requireLive(scope, id);
        fresh.require(visit.person());
        var name = userName == null ? "" : userName.strip();
        var secret = password == null ? "" : password;
        var faults = words().check(name, secret, true);
        if (faults.any()) {
            return CompletableFuture.completedStage(ConnectPages.again(form(scope, connection, name, faults)));
        }
        return waiting.run(scope.application(), () -> renewed(scope, connection, new Credentials(name, secret)));
    }

    private Response renewed(Scope scope, BankConnection connection, Credentials credentials) {
        var name = credentials.userName();
        try {
            var step = renew.begin(scope, visit.person(), connection.id(), credentials);
            return pages.answer(
                    scope,
                    pages.profile(scope, connection.bank()),
                    step,
                    reason -> refused(scope, connection, name, reason));
        } catch (Refused e) {
            return refused(scope, connection, name, words().of(e));
        }
    }

    Response refused(Scope scope, BankConnection connection, String userName, String reason) {
        return ConnectPages.again(form(scope, connection, userName, Faults.of(reason)));
    }

    private CredentialsForm form(Scope scope, BankConnection connection, String userName, Faults faults) {
        var bank = pages.profile(scope, connection.bank());
        var face = BankBadge.of(bank, frame.lang());
        return new CredentialsForm(
                words().renewal().title(face.name()),
                url(scope, connection.id()),
                ConnectionPages.url(scope) + "/new",
                ConnectionPages.url(scope),
                face,
                !bank.payouts(),
                false,
                connection.bankUserName(),
                closed(connection),
                ConnectPages.testUsersUrl(scope),
                userName,
                faults);
    }

    /** Why the reader cannot or need not renew it; null if they can. */
    private @Nullable String closed(BankConnection connection) {
        var words = words().renewal();
        var who = ConnectionRights.of(
                visit.person(), members.all(connection.scope().application()));
        return switch (who.of(connection)) {
            case NOBODY_NEEDS_TO -> words.nothing();
            case READER -> null;
            case ANOTHER -> words.byAnother(connection.connectedByName());
            case NOBODY_CAN -> words.byNobody(connection.connectedByName());
        };
    }

    private ConnectionWords words() {
        return ConnectionWords.in(frame.lang());
    }
}
