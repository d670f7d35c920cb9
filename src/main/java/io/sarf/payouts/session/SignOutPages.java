package io.sarf.payouts.session;

import io.quarkus.security.Authenticated;
import io.sarf.payouts.web.Flash;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

@Path(SignOutPages.PATH)
@Authenticated
@Blocking
class SignOutPages {
    static final String PATH = "/sign-out";

    private final SignOut signOut;

    SignOutPages(SignOut signOut) {
        this.signOut = signOut;
    }

    @POST
    public Response leave() {
        return Flash.silent(signOut.leave());
    }
}
