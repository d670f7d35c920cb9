package io.sarf.payouts.source;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.access.PayoutsVisit;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.Banks;
import io.sarf.payouts.connection.BankConnection;
import io.sarf.payouts.connection.ConnectionRights;
import io.sarf.payouts.connection.Connections;
import io.sarf.payouts.connection.SourceAccounts;
import io.sarf.payouts.destination.Destinations;
import io.sarf.payouts.money.MoneyText;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Members;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.web.Moment;
import io.sarf.payouts.web.Shown;
import io.sarf.payouts.work.WaitingCalls;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The Source panel: the accounts that money leaves from, and whose credentials connect them. */
@Path("/dashboard/{application}/{environment}/payouts/source")
@RolesAllowed(Permission.Name.PAYOUTS)
@Blocking
class SourcePages {
    /** {@code id} is null until there is a destination. */
    record Account(
            @Nullable String id, String name, String iban, String balance, String currency, Moment asOf, String bank) {}

    /** @param renewUrl null unless the credentials have expired and the reader connected them */
    record User(
            String name,
            String connectedBy,
            String bank,
            boolean defaultAuthorizer,
            boolean expired,
            @Nullable String renewUrl,
            boolean gone) {}

    @CheckedTemplate(basePath = "payouts", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Source(String base, boolean anyDestination, List<Account> accounts, List<User> users)
            implements TemplateInstance {}

    private final PayoutsVisit visit;
    private final Frame frame;
    private final SourceAccounts accounts;
    private final Connections connections;
    private final Destinations destinations;
    private final Banks banks;
    private final WaitingCalls waiting;
    private final Members members;

    SourcePages(
            PayoutsVisit visit,
            Frame frame,
            SourceAccounts accounts,
            Connections connections,
            Destinations destinations,
            Banks banks,
            WaitingCalls waiting,
            Members members) {
        this.visit = visit;
        this.frame = frame;
        this.accounts = accounts;
        this.connections = connections;
        this.destinations = destinations;
        this.banks = banks;
        this.waiting = waiting;
        this.members = members;
    }

    @GET
    public TemplateInstance panel(@BeanParam ScopePath here) {
        var scope = visit.to(here, "payouts");
        var anyDestination = destinations.any(scope);
        return new Source(
                scope.path(),
                anyDestination,
                accounts.all(scope).stream()
                        .map(account -> new Account(
                                anyDestination ? account.id().toString() : null,
                                account.name(),
                                Shown.iban(account.iban()),
                                MoneyText.shown(account.balance()),
                                account.currency().getCode(),
                                Moment.of(account.balanceAt(), frame.lang()),
                                banks.name(account.bank(), frame.lang())))
                        .toList(),
                users(scope));
    }

    private List<User> users(Scope scope) {
        var who = ConnectionRights.of(visit.person(), members.all(scope.application()));
        return connections.all(scope).stream()
                .map(connection -> user(scope, connection, who.of(connection)))
                .toList();
    }

    private User user(Scope scope, BankConnection connection, ConnectionRights.Seen renewed) {
        return new User(
                connection.bankUserName(),
                connection.connectedByName(),
                banks.name(connection.bank(), frame.lang()),
                connection.defaultAuthorizer(),
                connection.expired(),
                renewed == ConnectionRights.Seen.READER
                        ? scope.path() + "/connections/" + connection.id() + "/renewal"
                        : null,
                renewed == ConnectionRights.Seen.NOBODY_CAN);
    }

    @POST
    @Path("/refreshing")
    public CompletionStage<Response> refresh(@BeanParam ScopePath here) {
        var scope = visit.to(here, "payouts");
        return waiting.run(scope.application(), () -> {
            accounts.refresh(scope);
            return Flash.silent(scope.path() + "/payouts/source");
        });
    }
}
