package io.sarf.payouts.invitation;

import io.sarf.payouts.platform.PublicUrl;
import io.sarf.payouts.platform.Secrets;
import jakarta.inject.Singleton;

/**
 * The links. A token is made again from what it is for whenever its mail is sent, so the database holds nothing that
 * opens an invitation: only the token's keyed hash.
 */
@Singleton
class InvitationLinks {
    private final Secrets secrets;
    private final PublicUrl publicUrl;

    InvitationLinks(Secrets secrets, PublicUrl publicUrl) {
        this.secrets = secrets;
        this.publicUrl = publicUrl;
    }

    /** @param issue each has its own token, so a new link kills the one before */
    String token(InvitationId invitation, int issue) {
        return secrets.derived("invitation/" + invitation + "/" + issue);
    }

    byte[] hash(String token) {
        return secrets.hash(token);
    }

    byte[] hash(InvitationId invitation, int issue) {
        return hash(token(invitation, issue));
    }

    /** Absolute, for the mail. */
    String url(InvitationId invitation, int issue) {
        return publicUrl.of(path(token(invitation, issue)));
    }

    static String path(String token) {
        return "/invitations/" + token;
    }
}
