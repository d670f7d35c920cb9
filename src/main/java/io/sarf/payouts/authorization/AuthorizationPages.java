package io.sarf.payouts.authorization;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.access.PayoutsVisit;
import io.sarf.payouts.application.ApplicationId;
import io.sarf.payouts.application.Environment;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.bank.ReasonCode;
import io.sarf.payouts.money.MoneyText;
import io.sarf.payouts.platform.Flash;
import io.sarf.payouts.platform.Moment;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.platform.Shown;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Permission;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestForm;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The window from the code to the result. */
@Path("/dashboard/{application}/{environment}/authorizations/{id}")
@RolesAllowed(Permission.Name.PAYOUTS)
@Blocking
class AuthorizationPages {
    record Line(
            String name,
            String iban,
            String amount,
            String currency,
            String kind,
            String result,
            @Nullable String why) {}

    record Sum(String amount, String currency) {}

    @CheckedTemplate(basePath = "authorizations", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Code(
            String base,
            String url,
            List<Line> lines,
            List<Sum> totals,
            @Nullable String sentTo,
            Moment expires,
            long left,
            @Nullable String fault)
            implements TemplateInstance {}

    /** {@code outcome} is not called title: inside of the window that would be the window's. */
    @CheckedTemplate(basePath = "authorizations", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Result(String base, String url, String kind, String outcome, String text, boolean open, List<Line> lines)
            implements TemplateInstance {}

    private final PayoutsVisit visit;
    private final Frame frame;
    private final Authorizations authorizations;
    private final AuthorizeSubjects authorize;
    private final AuthorizationWords words;
    private final Clock clock;

    AuthorizationPages(
            PayoutsVisit visit,
            Frame frame,
            Authorizations authorizations,
            AuthorizeSubjects authorize,
            AuthorizationWords words,
            Clock clock) {
        this.visit = visit;
        this.frame = frame;
        this.authorizations = authorizations;
        this.authorize = authorize;
        this.words = words;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(
            @PathParam("application") ApplicationId application,
            @PathParam("environment") Environment environment,
            @PathParam("id") AuthorizationId id) {
        var scope = visit.to(application, environment, "payouts");
        return window(scope, id, null);
    }

    @POST
    @Path("/code")
    public Response complete(
            @PathParam("application") ApplicationId application,
            @PathParam("environment") Environment environment,
            @PathParam("id") AuthorizationId id,
            @RestForm @DefaultValue("") String otp) {
        var scope = visit.to(application, environment, "payouts");
        var code = otp.strip();
        if (!code.matches("\\d{4,10}")) {
            return Response.status(422)
                    .entity(window(scope, id, words().codeNeeded()))
                    .build();
        }
        try {
            authorize.complete(scope, visit.person(), id, code);
        } catch (SignInTooOld old) {
            return Flash.silent(old.wayOut(scope, id));
        } catch (Refused refused) {
            return Flash.refused(url(scope, id), refused.reason());
        }
        var row = authorizations.require(scope, visit.person(), id);
        if (row.status() == Authorization.Status.CHALLENGED) {
            var left = row.attemptsLeft();
            return Response.status(422)
                    .entity(window(scope, id, words().wrongCode(left == null ? 0 : left)))
                    .build();
        }
        return Flash.silent(url(scope, id));
    }

    private TemplateInstance window(Scope scope, AuthorizationId id, @Nullable String fault) {
        var row = authorizations.require(scope, visit.person(), id);
        var subjects = authorizations.subjects(scope, id);
        var lines = subjects.stream().map(this::line).toList();
        if (subjects.stream().allMatch(AuthorizationSubject::settled)) {
            return settled(scope, row, subjects, lines);
        }
        if (row.status() != Authorization.Status.CHALLENGED) {
            return result(scope, row, lines);
        }
        var totals = new TreeMap<String, Money>();
        subjects.forEach(
                subject -> totals.merge(subject.amount().getCurrencyUnit().getCode(), subject.amount(), Money::plus));
        return new Code(
                scope.path(),
                url(scope, id),
                lines,
                totals.entrySet().stream()
                        .map(total -> new Sum(MoneyText.shown(total.getValue()), total.getKey()))
                        .toList(),
                row.sentTo(),
                Moment.of(row.expiresAt(), frame.lang()),
                Math.max(0, Duration.between(clock.instant(), row.expiresAt()).toSeconds()),
                fault);
    }

    /** Each subject's fate is known, from the answer here or from asking the bank later. */
    private Result settled(Scope scope, Authorization row, List<AuthorizationSubject> subjects, List<Line> lines) {
        var nothing = subjects.stream().allMatch(subject -> subject.result() == AuthorizationSubject.Result.RELEASED);
        if (!nothing) {
            return new Result(
                    scope.path(),
                    url(scope, row.id()),
                    "success",
                    words().doneTitle(),
                    words().doneText(),
                    false,
                    lines);
        }
        var known = row.status() == Authorization.Status.CLOSED && !"NO_ANSWER".equals(row.closedReason());
        return known
                ? result(scope, row, lines)
                : new Result(
                        scope.path(),
                        url(scope, row.id()),
                        "warning",
                        words().closedTitle(),
                        words().releasedText(),
                        false,
                        lines);
    }

    private Result result(Scope scope, Authorization row, List<Line> lines) {
        var words = words();
        var base = scope.path();
        var url = url(scope, row.id());
        return switch (row.status()) {
            case DONE -> new Result(base, url, "success", words.doneTitle(), words.doneText(), false, lines);
            case CLOSED ->
                "NO_ANSWER".equals(row.closedReason())
                        ? new Result(base, url, "info", words.noAnswerTitle(), words.noAnswerText(), false, lines)
                        : new Result(base, url, "warning", words.closedTitle(), closedText(row), false, lines);
            case BEGINNING, CHALLENGED, COMPLETING ->
                new Result(base, url, "info", words.noAnswerTitle(), words.noAnswerText(), true, lines);
        };
    }

    private String closedText(Authorization row) {
        if (ReasonCode.CREDENTIALS_UPDATE_REQUIRED.name().equals(row.closedReason())) {
            return words().expiredText();
        }
        return row.sentTo() == null ? words().refusedText() : words().closedText();
    }

    private Line line(AuthorizationSubject subject) {
        var words = words();
        var result = subject.result();
        var kind = result == null
                ? "neutral"
                : switch (result) {
                    case ACCEPTED, PENDING -> "accepted";
                    case REFUSED, REJECTED -> "failed";
                    case RELEASED -> "neutral";
                    case UNKNOWN -> "checking";
                };
        var label = result == null
                ? words.none()
                : switch (result) {
                    case ACCEPTED -> words.accepted();
                    case PENDING -> words.pending();
                    case REFUSED -> words.refused();
                    case REJECTED -> words.rejected();
                    case RELEASED -> words.none();
                    case UNKNOWN -> words.unknown();
                };
        return new Line(
                subject.title(),
                Shown.iban(subject.iban()),
                MoneyText.shown(subject.amount()),
                subject.amount().getCurrencyUnit().getCode(),
                kind,
                label,
                subject.message());
    }

    private AuthorizationMessages words() {
        return words.messages();
    }

    static String url(Scope scope, AuthorizationId id) {
        return scope.path() + "/authorizations/" + id;
    }
}
