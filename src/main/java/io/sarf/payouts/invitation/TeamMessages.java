package io.sarf.payouts.invitation;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("team")
interface TeamMessages {
    String title();

    String lead();

    String members();

    String name();

    String roles();

    String joined();

    String seen();

    String you();

    String invitations();

    String invite();

    String noInvitations();

    String noInvitationsHint();

    String address();

    String invitedBy();

    String until();

    String state();

    String pending();

    String expired();

    String accepted();

    String withdrawn();

    String mailWaiting();

    String actions();

    String again();

    String againTitle();

    String againText();

    String withdraw();

    String withdrawTitle();

    String withdrawText();

    String formTitle();

    String email();

    String emailHint();

    String rolesHint();

    String send();

    String cancel();

    String link();

    String ownership();

    String leave();

    String permissions();

    String may();

    String yes();

    String no();

    String withExtra();

    String invitationSent(String email);

    String invitationsSent(int count);

    String mailOnItsWay();

    String handOver();

    String membersAlready(String who);

    String invitedAlready(String who);

    String invitationSentAgain();

    String invitationWithdrawn();

    String emailInvalid();

    String noAddress(String which);

    String tooManyAddresses(int most);

    String alreadyMember();

    String alreadyInvited();

    String tooMany(int max);

    String notInvited(String addresses);

    String sentTooOften(int max);

    String ownersOnly();

    String usedMeanwhile();

    String withdrawnMeanwhile();
}
