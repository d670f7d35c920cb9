package io.sarf.payouts.invitation;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("invitation")
interface InvitationMessages {
    String mailSubject(String person, String company);

    String mailInvited(String person, String company);

    String mailRoles(String roles);

    String mailAddress(String email);

    String mailAction();

    String mailNote(String until);

    String title(String company);

    String invited(String person);

    String company();

    String role();

    String address();

    String until();

    String signIn();

    String accept();

    String signOut();

    String dashboard();

    String accepted();

    String unknownTitle();

    String unknownText();

    String used();

    String withdrawn();

    String expired();

    String representative();

    String otherAddress(String invited, String current);

    String unverified();

    String inviterGone();

    String alreadyMember();
}
