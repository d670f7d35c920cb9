package io.sarf.payouts.connection;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.access.PayoutsVisit;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.ConnectAnswer;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.platform.Typed;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.web.Moment;
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
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/dashboard/{application}/{environment}/connections/attempts/{id}")
@RolesAllowed(Permission.Name.PAYOUTS)
@Produces(MediaType.TEXT_HTML)
@Blocking
class CodePages {
    private static final int CODE_MAX = 20;

    /** @param bank sent back so that a form sent twice finds the result of the first */
    @CheckedTemplate(basePath = "connection", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CodeForm(
            String action,
            String listUrl,
            String againUrl,
            String bank,
            BankBadge face,
            String sentTo,
            Moment until,
            long seconds,
            int attemptsLeft,
            boolean open,
            @Nullable String codeError)
            implements TemplateInstance {}

    private final ConnectBank connect;
    private final ConnectionAttempts attempts;
    private final Connections connections;
    private final ConnectPages pages;
    private final RenewPages renewals;
    private final WaitingCalls waiting;
    private final PayoutsVisit visit;
    private final Frame frame;
    private final Clock clock;

    CodePages(
            ConnectBank connect,
            ConnectionAttempts attempts,
            Connections connections,
            ConnectPages pages,
            RenewPages renewals,
            WaitingCalls waiting,
            PayoutsVisit visit,
            Frame frame,
            Clock clock) {
        this.connect = connect;
        this.attempts = attempts;
        this.connections = connections;
        this.pages = pages;
        this.renewals = renewals;
        this.waiting = waiting;
        this.visit = visit;
        this.frame = frame;
        this.clock = clock;
    }

    static String url(Scope scope, UUID attempt) {
        return ConnectionPages.url(scope) + "/attempts/" + attempt;
    }

    @GET
    public TemplateInstance ask(@BeanParam ScopePath here, @RestPath UUID id) {
        return form(visit.to(here, "connections"), id, null);
    }

    @POST
    @Path("/code")
    public CompletionStage<Response> answer(
            @BeanParam ScopePath here,
            @RestPath UUID id,
            @RestForm @Nullable String code,
            @RestForm @Nullable String bank) {
        var scope = visit.to(here, "connections");
        var typed = code == null ? "" : Typed.joined(code);
        return waiting.run(scope.application(), () -> answer(scope, id, typed, bank));
    }

    private Response answer(Scope scope, UUID id, String typed, @Nullable String bank) {
        try {
            if (typed.isEmpty() || typed.length() > CODE_MAX) {
                return again(form(scope, id, words().messages().codeNeeded()));
            }
            return answer(scope, id, typed);
        } catch (Missing over) {
            return answered(scope, bank, over);
        }
    }

    private Response answer(Scope scope, UUID id, String code) {
        var attempt = attempts.require(scope, visit.person(), id);
        var bank = pages.profile(scope, attempt.bank());
        try {
            var step = connect.answer(scope, visit.person(), id, code);
            if (step instanceof ConnectBank.Step.Refused no && no.why() == ConnectAnswer.Why.WRONG_OTP) {
                return again(form(scope, id, words().of(no.why())));
            }
            return pages.answer(scope, bank, step, reason -> refused(scope, attempt, reason));
        } catch (Refused e) {
            return refused(scope, attempt, words().of(e));
        }
    }

    private Response refused(Scope scope, ConnectionAttempt attempt, String reason) {
        var renews = attempt.renews();
        return renews == null
                ? pages.refused(scope, pages.profile(scope, attempt.bank()), "", reason)
                : renewals.refused(scope, connections.requireLive(scope, renews), "", reason);
    }

    /** The code was sent twice: the attempt has ended, and the second request shows the result of the first. */
    private Response answered(Scope scope, @Nullable String bank, Missing over) {
        var made = bank == null
                ? null
                : connections.of(scope, visit.person().id(), bank).orElse(null);
        if (made == null || made.expired()) {
            throw over;
        }
        var name = BankBadge.of(pages.profile(scope, made.bank()), frame.lang()).name();
        return Flash.done(ConnectionPages.url(scope), words().connected(made, name));
    }

    private CodeForm form(Scope scope, UUID id, @Nullable String error) {
        var attempt = attempts.require(scope, visit.person(), id);
        var seconds = Math.max(
                0, Duration.between(clock.instant(), attempt.expiresAt()).toSeconds());
        return new CodeForm(
                url(scope, id) + "/code",
                ConnectionPages.url(scope),
                againUrl(scope, attempt),
                attempt.bank(),
                BankBadge.of(pages.profile(scope, attempt.bank()), frame.lang()),
                attempt.sentTo(),
                Moment.of(attempt.expiresAt(), frame.lang()),
                seconds,
                attempt.attemptsLeft(),
                seconds > 0 && attempt.attemptsLeft() > 0,
                error);
    }

    private static String againUrl(Scope scope, ConnectionAttempt attempt) {
        var renews = attempt.renews();
        return renews == null ? ConnectPages.url(scope, attempt.bank()) : RenewPages.url(scope, renews);
    }

    private static Response again(CodeForm form) {
        return Response.status(ConnectPages.UNPROCESSABLE).entity(form).build();
    }

    private ConnectionWords words() {
        return ConnectionWords.in(frame.lang());
    }
}
