package io.sarf.payouts.membership;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of a member's page, and of leaving. */
@MessageBundle("membership")
interface MembershipMessages {
    @Message("Team")
    String team();

    @Message("Joined")
    String joined();

    @Message("Last sign-in")
    String seen();

    @Message("you")
    String you();

    // Roles
    @Message("Roles")
    String roles();

    @Message("Without any role a member sees Getting started and the team. A change counts from their very next click.")
    String rolesHint();

    @Message("Save roles")
    String save();

    @Message("Not now")
    String cancel();

    @Message("The roles of {name} are saved.")
    String saved(String name);

    // Removal
    @Message("Remove from the team")
    String removal();

    @Message("{name} loses access with the very next click, in both environments. You can invite the address again.")
    String removalText(String name);

    @Message("What stays")
    String stays();

    @Message("Remove {name}")
    String remove(String name);

    @Message("Remove {name} from the team?")
    String removeTitle(String name);

    @Message("{name} is no member any more.")
    String removed(String name);

    @Message("This is you. To go, leave the company.")
    String thisIsYou();

    // Leaving
    @Message("Leave {company}")
    String leave(String company);

    @Message("You lose access to {company}, in both environments. Only an invitation brings you back.")
    String leaveText(String company);

    @Message("Leave {company}?")
    String leaveTitle(String company);

    @Message("You have left {company}.")
    String left(String company);

    @Message("You are the only Owner. Hand ownership on first, then you can leave.")
    String onlyOwner();

    // Ownership
    @Message("Hand ownership on")
    String ownership();

    @Message("Somebody else becomes an Owner in your place; you stay as an Admin.")
    String ownershipText();

    @Message("New Owner")
    String newOwner();

    @Message("Choose a member")
    String choose();

    @Message("There is nobody in the team who is no Owner yet. Invite somebody first.")
    String nobodyElse();

    @Message("{name} is an Owner now, and you are an Admin.")
    String handedOn(String name);

    // Refusals
    @Message("The roles were changed meanwhile. They are shown as they are now.")
    String changed();

    @Message("There is always an Owner: make somebody else one first.")
    String lastOwner();

    @Message("Nobody makes themselves a Financial Controller. Ask another Owner or Admin.")
    String ownRole();

    @Message("Only an Owner makes somebody an Owner, or removes one.")
    String ownersOnly();

    @Message("Choose somebody else.")
    String chooseAnother();
}
