package io.sarf.payouts.settings;

import io.sarf.payouts.application.Logos;
import io.sarf.payouts.platform.Refused;
import io.sarf.payouts.team.CurrentMember;
import io.sarf.payouts.team.Frame;
import io.sarf.payouts.team.Permission;
import io.sarf.payouts.team.ScopePath;
import io.sarf.payouts.web.Flash;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

@Path("/dashboard/{application}/{environment}/settings/logo")
@Blocking
class LogoPages {
    private final Logos logos;
    private final ChangeLogo change;
    private final CurrentMember caller;
    private final Frame frame;

    LogoPages(Logos logos, ChangeLogo change, CurrentMember caller, Frame frame) {
        this.logos = logos;
        this.change = change;
        this.caller = caller;
        this.frame = frame;
    }

    /** A new logo has a new address ({@link Frame#logoUrl}), so browsers may cache one for ever. */
    @GET
    @RolesAllowed(Permission.Name.MEMBER)
    @Produces("image/png")
    public Response show(@BeanParam ScopePath here) {
        var picture = logos.require(here.scope().application());
        return Response.ok(picture)
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=31536000, immutable")
                .build();
    }

    @POST
    @RolesAllowed(Permission.Name.SETTINGS)
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response upload(@BeanParam ScopePath here, @RestForm @Nullable FileUpload logo) throws IOException {
        var settings = here.scope().path() + "/settings";
        if (logo == null || logo.size() == 0) {
            return Flash.refused(settings, words().logoNeeded());
        }
        try {
            if (logo.size() > Picture.FILE_MAX) {
                throw new Refused("TOO_LARGE", "The file is too large.");
            }
            var png = Picture.redrawn(Files.readAllBytes(logo.uploadedFile()));
            change.show(caller.member(), caller.person(), png);
            return Flash.done(settings, words().logoSaved());
        } catch (Refused e) {
            return Flash.refused(
                    settings,
                    e.code().equals("TOO_LARGE") ? words().logoTooLarge(Picture.EDGE_MAX) : words().logoUnreadable());
        }
    }

    @POST
    @Path("/removal")
    @RolesAllowed(Permission.Name.SETTINGS)
    public Response remove(@BeanParam ScopePath here) {
        change.remove(caller.member(), caller.person());
        return Flash.done(here.scope().path() + "/settings", words().logoRemoved());
    }

    private SettingsMessages words() {
        return SettingsWords.in(frame.lang());
    }
}
