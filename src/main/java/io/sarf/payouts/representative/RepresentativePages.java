package io.sarf.payouts.representative;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.sarf.payouts.application.AcrossApplications;
import io.sarf.payouts.application.Application;
import io.sarf.payouts.application.ApplicationEnvironment;
import io.sarf.payouts.application.Applications;
import io.sarf.payouts.platform.Moment;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Permission;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The requests that wait, and the way to an application. */
@Path("/representative")
@RolesAllowed(Permission.Name.REPRESENTATIVE)
@Produces(MediaType.TEXT_HTML)
@Blocking
class RepresentativePages {
    private static final AcrossApplications RIGHT =
            AcrossApplications.because("The representative serves all applications");
    private static final int SEARCH_MAX = 120;

    record Request(String application, String environment, Moment since, String url) {}

    record Found(String name, Moment created, String url) {}

    @CheckedTemplate(basePath = "representative", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Console(List<Request> requests, String search, List<Found> found) implements TemplateInstance {}

    private final Applications applications;
    private final Frame frame;

    RepresentativePages(Applications applications, Frame frame) {
        this.applications = applications;
        this.frame = frame;
    }

    @GET
    public TemplateInstance console(@RestQuery @Nullable String search) {
        var text = search == null ? "" : search.strip();
        var part = text.length() > SEARCH_MAX ? text.substring(0, SEARCH_MAX) : text;
        return new Console(
                applications.requests(RIGHT).stream().map(this::request).toList(),
                part,
                applications.search(RIGHT, part).stream().map(this::found).toList());
    }

    private Request request(ApplicationEnvironment environment) {
        var application = applications.require(environment.scope().application());
        var since = environment.payoutsRequestedAt();
        return new Request(
                application.name(),
                RepresentativeApplicationPages.name(environment.scope().environment(), frame.lang()),
                Moment.of(since == null ? Instant.EPOCH : since, frame.lang()),
                RepresentativeApplicationPages.path(application.id()));
    }

    private Found found(Application application) {
        return new Found(
                application.name(),
                Moment.of(application.createdAt(), frame.lang()),
                RepresentativeApplicationPages.path(application.id()));
    }
}
