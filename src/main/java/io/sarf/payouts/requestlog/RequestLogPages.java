package io.sarf.payouts.requestlog;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.application.Scope;
import io.sarf.payouts.platform.Typed;
import io.sarf.payouts.team.Frame;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/dashboard/{application}/{environment}/integration/requests")
@RolesAllowed(Permission.Name.INTEGRATION)
@Produces(MediaType.TEXT_HTML)
@Blocking
class RequestLogPages {
    private static final int PAGE = 50;
    private static final int LONGEST_PART = 200;
    private static final List<String> METHODS = List.of("GET", "POST", "DELETE");

    record Choice(String value, String label, boolean chosen) {}

    record Line(
            String page,
            String method,
            String path,
            String status,
            String kind,
            String code,
            Moment at,
            String duration,
            String correlation) {}

    /** @param older cursor of the next page; null on the last */
    @CheckedTemplate(basePath = "requestlog", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RequestList(
            String back,
            String list,
            boolean filtered,
            List<Choice> statuses,
            List<Choice> methods,
            String path,
            String correlation,
            List<Line> lines,
            @Nullable String older)
            implements TemplateInstance {}

    /** @param together list of all calls with the same correlation id */
    @CheckedTemplate(basePath = "requestlog", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LoggedRequest(
            String list,
            Line line,
            String together,
            @Nullable String request,
            @Nullable String response) implements TemplateInstance {}

    private final LoggedCalls calls;
    private final Frame frame;

    RequestLogPages(LoggedCalls calls, Frame frame) {
        this.calls = calls;
        this.frame = frame;
    }

    @GET
    public TemplateInstance list(
            @BeanParam ScopePath here,
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String method,
            @RestQuery @Nullable String path,
            @RestQuery @Nullable String correlation,
            @RestQuery @Nullable UUID before) {
        var scope = frame.at(here, "integration");
        var wanted = new LoggedCalls.Wanted(
                status != null && status.matches("[245]") ? Integer.valueOf(status) : null,
                method != null && METHODS.contains(method) ? method : null,
                typed(path),
                typed(correlation));
        // One more than shown, to detect another page.
        var found = calls.newest(scope, wanted, before, PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        return new RequestList(
                scope.path() + "/integration",
                path(scope),
                !query(wanted).isEmpty(),
                statuses(wanted),
                METHODS.stream()
                        .map(one -> new Choice(one, one, one.equals(wanted.method())))
                        .toList(),
                text(wanted.path()),
                text(wanted.correlation()),
                shown.stream().map(call -> line(scope, call)).toList(),
                found.size() > PAGE
                        ? path(scope) + "?" + query(wanted) + "before="
                                + shown.get(PAGE - 1).id()
                        : null);
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@BeanParam ScopePath here, @RestPath UUID id) {
        var scope = frame.at(here, "integration");
        var call = calls.require(scope, id);
        var line = line(scope, call);
        var together = new LoggedCalls.Wanted(null, null, null, line.correlation());
        return new LoggedRequest(
                path(scope),
                line,
                path(scope) + "?" + query(together),
                call.bodies().request(),
                call.bodies().response());
    }

    private static String path(Scope scope) {
        return scope.path() + "/integration/requests";
    }

    private static @Nullable String typed(@Nullable String text) {
        return text == null || text.isBlank()
                ? null
                : Typed.digits(text)
                        .strip()
                        .substring(0, Math.min(LONGEST_PART, text.strip().length()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Empty, or ends with an ampersand. */
    private static String query(LoggedCalls.Wanted wanted) {
        return Stream.of(
                        parameter("status", wanted.statusClass()),
                        parameter("method", wanted.method()),
                        parameter("path", wanted.path()),
                        parameter("correlation", wanted.correlation()))
                .collect(Collectors.joining());
    }

    private static String parameter(String name, @Nullable Object value) {
        return value == null ? "" : name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8) + "&";
    }

    private List<Choice> statuses(LoggedCalls.Wanted wanted) {
        var words = words();
        var chosen = wanted.statusClass() == null ? 0 : wanted.statusClass();
        return List.of(
                new Choice("2", words.answered(), chosen == 2),
                new Choice("4", words.refused(), chosen == 4),
                new Choice("5", words.failed(), chosen == 5));
    }

    private Line line(Scope scope, LoggedCall call) {
        var facts = call.facts();
        var status = facts.status();
        return new Line(
                path(scope) + "/" + call.id(),
                facts.method(),
                facts.path(),
                status == null ? words().noAnswer() : status.toString(),
                status == null ? "neutral" : status < 400 ? "done" : "failed",
                text(facts.code()),
                Moment.precise(facts.at(), frame.lang()),
                words().milliseconds(facts.durationMs()),
                facts.correlation());
    }

    private RequestLogMessages words() {
        return MessageBundles.get(RequestLogMessages.class, Localized.Literal.of(frame.lang()));
    }
}
