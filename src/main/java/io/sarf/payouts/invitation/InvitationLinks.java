package io.sarf.payouts.invitation;

import io.sarf.payouts.platform.PublicUrl;
import io.sarf.payouts.platform.Secrets;
import jakarta.inject.Singleton;

/** A token is derived again for each mail. The database has only its keyed hash, which opens no invitation. */
@Singleton
class InvitationLinks {
    private final Secrets secrets;
    private final PublicUrl publicUrl;

    InvitationLinks(Secrets secrets, PublicUrl publicUrl) {
        this.secrets = secrets;
        this.publicUrl = publicUrl;
    }

    /** @param issue each has its own token, so a new link invalidates the previous one */
    String token(InvitationId invitation, int issue) {
        return secrets.derived("invitation/" + invitation + "/" + issue);
    }

    byte[] hash(String token) {
        return secrets.hash(token);
    }

    byte[] hash(InvitationId invitation, int issue) {
        return hash(token(invitation, issue));
    }

    String url(InvitationId invitation, int issue) {
        return publicUrl.of(path(token(invitation, issue)));
    }

    static String path(String token) {
        return "/invitations/" + token;
    }
}
