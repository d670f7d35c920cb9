package io.sarf.payouts.invitation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of an invitation, as the invited person reads them. */
@MessageBundle("invitation")
interface InvitationMessages {
    // The mail
    @Message("{person} invites you to {company} on Sarf")
    String mailSubject(String person, String company);

    @Message("{person} invites you to join {company} on Sarf, where it pays people from its own bank account.")
    String mailInvited(String person, String company);

    @Message("Your role there: {roles}.")
    String mailRoles(String roles);

    @Message("Sign in or sign up with this address, {email}. Another one is not accepted.")
    String mailAddress(String email);

    @Message("See the invitation")
    String mailAction();

    @Message("The link works once, until {until}. If you do not know who this is, do nothing.")
    String mailNote(String until);

    // The page
    @Message("Join {company}")
    String title(String company);

    @Message("{person} invites you.")
    String invited(String person);

    @Message("Company")
    String company();

    @Message("Your role")
    String role();

    @Message("For the address")
    String address();

    @Message("Works until")
    String until();

    @Message("Sign in or sign up to accept")
    String signIn();

    @Message("Accept invitation")
    String accept();

    @Message("Sign out and use another address")
    String signOut();

    @Message("Go to the dashboard")
    String dashboard();

    @Message("Welcome. These are the next steps.")
    String accepted();

    // Why not
    @Message("This link does not work")
    String unknownTitle();

    @Message(
            "It was replaced by a newer one, or it is not complete. Look for the latest mail, or ask whoever invited you to send it again.")
    String unknownText();

    @Message("This invitation was accepted already. If it was you, go to the dashboard.")
    String used();

    @Message("This invitation was withdrawn. Ask whoever invited you whether that was meant.")
    String withdrawn();

    @Message("This invitation has expired. Ask whoever invited you to send it again.")
    String expired();

    @Message("A representative may not be a member of a company. Sign in with another address.")
    String representative();

    @Message(
            "This invitation is for {invited}, and you are signed in as {current}. Sign in with the invited address, or ask for an invitation to yours.")
    String otherAddress(String invited, String current);

    @Message("Confirm your address first: the mail you got when you signed up has a link for it. Then sign in again.")
    String unverified();

    @Message("Whoever invited you may not do so any more. Ask the company for a new invitation.")
    String inviterGone();

    @Message("You are a member of this company already.")
    String alreadyMember();
}
