package io.sarf.payouts.invitation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the team page. */
@MessageBundle("team")
interface TeamMessages {
    @Message("Team")
    String title();

    @Message("The team is the same in sandbox and production.")
    String lead();

    @Message("Members")
    String members();

    @Message("Name")
    String name();

    @Message("Roles")
    String roles();

    @Message("Joined")
    String joined();

    @Message("Last sign-in")
    String seen();

    @Message("you")
    String you();

    // Invitations
    @Message("Invitations")
    String invitations();

    @Message("Invite")
    String invite();

    @Message("Nobody is invited")
    String noInvitations();

    @Message(
            "Invite a colleague by e-mail. A second Financial Controller is needed to authorize payouts from the dashboard.")
    String noInvitationsHint();

    @Message("Address")
    String address();

    @Message("Invited by")
    String invitedBy();

    @Message("Works until")
    String until();

    @Message("State")
    String state();

    @Message("Pending")
    String pending();

    @Message("Expired")
    String expired();

    @Message("Accepted")
    String accepted();

    @Message("Withdrawn")
    String withdrawn();

    @Message("The mail has not left yet; it is tried again by itself.")
    String mailWaiting();

    @Message("Actions")
    String actions();

    @Message("Send again")
    String again();

    @Message("Send a new link?")
    String againTitle();

    @Message("A new link is made and works for 7 days. The old one stops working.")
    String againText();

    @Message("Withdraw")
    String withdraw();

    @Message("Withdraw this invitation?")
    String withdrawTitle();

    @Message("Its link stops working. You can invite the address again later.")
    String withdrawText();

    // The form
    @Message("Invite somebody")
    String formTitle();

    @Message("E-mail addresses")
    String email();

    @Message("One or several, as you have them: each gets an invitation of its own, accepted with that address only.")
    String emailHint();

    @Message("Without any role a member sees Getting started and the team.")
    String rolesHint();

    @Message("Send invitation")
    String send();

    @Message("Not now")
    String cancel();

    @Message("Link to hand over")
    String link();

    @Message("Hand ownership on")
    String ownership();

    @Message("Leave")
    String leave();

    // The permission table
    @Message("What each role may do")
    String permissions();

    @Message("May")
    String may();

    @Message("yes")
    String yes();

    @Message("no")
    String no();

    @Message("with the extra permission")
    String withExtra();

    // What actions say
    @Message("{email} is invited.")
    String invitationSent(String email);

    @Message("{count} people are invited.")
    String invitationsSent(int count);

    @Message("The mail is on its way.")
    String mailOnItsWay();

    @Message("No mail is sent here: copy the link from the list and hand it over.")
    String handOver();

    @Message("Members already: {who}.")
    String membersAlready(String who);

    @Message("Invited already: {who}.")
    String invitedAlready(String who);

    @Message("The invitation has a new link. The old one no longer works.")
    String invitationSentAgain();

    @Message("The invitation is withdrawn.")
    String invitationWithdrawn();

    @Message("Enter one e-mail address, such as name@company.com, or several.")
    String emailInvalid();

    @Message("This is no e-mail address: {which}")
    String noAddress(String which);

    @Message("Invite {most} people at most at once.")
    String tooManyAddresses(int most);

    @Message("Somebody with this address is a member already.")
    String alreadyMember();

    @Message("This address is invited already. Send that invitation again instead.")
    String alreadyInvited();

    @Message("{max} invitations can be open at a time, and as many be made in a day.")
    String tooMany(int max);

    @Message("Not invited: {addresses}.")
    String notInvited(String addresses);

    @Message(
            "It was sent {max} times, which is as often as it can be. Withdraw it, and ask whether the address is right.")
    String sentTooOften(int max);

    @Message("Only an Owner makes somebody an Owner.")
    String ownersOnly();

    @Message("The invitation was accepted meanwhile.")
    String usedMeanwhile();

    @Message("The invitation was withdrawn meanwhile.")
    String withdrawnMeanwhile();
}
