package io.sarf.payouts.session;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.security.Authenticated;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.sarf.payouts.platform.Missing;
import io.sarf.payouts.team.ActiveSessions;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.web.Flash;
import io.sarf.payouts.web.Moment;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

@Path(SessionPages.PATH)
@Authenticated
@Produces(MediaType.TEXT_HTML)
@Blocking
class SessionPages {
    static final String PATH = "/profile/sessions";

    record Line(String device, String address, Moment started, Moment seen, boolean here, String end) {}

    @CheckedTemplate(basePath = "session", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SignedIn(List<Line> sessions, String everywhere) implements TemplateInstance {}

    private final ActiveSessions sessions;
    private final SignOut signOut;
    private final CurrentMember caller;
    private final CurrentVertxRequest request;
    private final Frame frame;

    SessionPages(
            ActiveSessions sessions, SignOut signOut, CurrentMember caller, CurrentVertxRequest request, Frame frame) {
        this.sessions = sessions;
        this.signOut = signOut;
        this.caller = caller;
        this.request = request;
        this.frame = frame;
    }

    @GET
    public TemplateInstance list() {
        var here = ActiveSessions.current(request.getCurrent());
        return new SignedIn(
                sessions.of(caller.person()).stream()
                        .map(one -> line(one, here.filter(one.id()::equals).isPresent()))
                        .toList(),
                PATH + "/sign-out-everywhere");
    }

    private Line line(ActiveSessions.Open one, boolean here) {
        var words = words();
        var lang = frame.lang();
        return new Line(
                Device.of(one.device())
                        .map(device -> words.device(device.browser(), device.system()))
                        .orElseGet(words::unknownDevice),
                one.address(),
                Moment.of(one.startedAt(), lang),
                Moment.of(one.seenAt(), lang),
                here,
                PATH + "/" + one.id() + "/end");
    }

    /** Ending an ended session again is not an error. */
    @POST
    @Path("/{session}/end")
    public Response end(@PathParam("session") UUID session) {
        if (!sessions.end(caller.person(), session)) {
            throw new Missing("session");
        }
        return Flash.done(PATH, words().ended());
    }

    /** Ends this session too, by way of the identity provider, which ends its own session. */
    @POST
    @Path("/sign-out-everywhere")
    public Response everywhere() {
        sessions.endAll(caller.person());
        return Flash.silent(signOut.leave());
    }

    private SessionMessages words() {
        return MessageBundles.get(SessionMessages.class, Localized.Literal.of(frame.lang()));
    }
}
