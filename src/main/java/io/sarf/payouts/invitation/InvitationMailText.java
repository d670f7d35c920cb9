package io.sarf.payouts.invitation;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.sarf.payouts.mail.MailText;
import io.sarf.payouts.team.PermissionWords;
import io.sarf.payouts.web.Moment;
import java.time.ZoneOffset;
import java.util.List;

final class InvitationMailText {
    private InvitationMailText() {}

    static MailText write(Invitation invitation, String application, String url, String language) {
        var words = MessageBundles.get(InvitationMessages.class, Localized.Literal.of(language));
        var roles = PermissionWords.in(language).listed(invitation.grants());
        return new MailText(
                invitation.email(),
                language,
                words.mailSubject(invitation.invitedByName(), application),
                List.of(
                        words.mailInvited(invitation.invitedByName(), application),
                        words.mailRoles(roles),
                        words.mailAddress(invitation.email())),
                words.mailAction(),
                url,
                words.mailNote(Moment.of(invitation.expiresAt(), language, ZoneOffset.UTC)
                        .shown()));
    }
}
