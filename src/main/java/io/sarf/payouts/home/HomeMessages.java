package io.sarf.payouts.home;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the first pages. */
@MessageBundle("home")
interface HomeMessages {
    // The landing page
    @Message("Pay many people from your own bank account")
    String landingTitle();

    @Message(
            "Connect your company's bank account once, then create payouts one by one, in a file or from your own back end. The right people authorize them, your bank executes them, and everybody can see what happened to every one.")
    String landingText();

    @Message("Sign in or sign up")
    String signIn();

    // Founding and choosing
    @Message("Your company")
    String foundTitle();

    @Message(
            "You belong to no company here yet. Name yours and you are its owner; or follow the link in an invitation, if a colleague sent you one.")
    String foundLead();

    @Message("Name of the company")
    String name();

    @Message("As your colleagues know it.")
    String nameHint();

    @Message("Create company")
    String found();

    @Message("Enter a name of 1 to {max} characters.")
    String nameInvalid(int max);

    @Message("A representative may not be a member of a company. Sign in with another address to create one.")
    String representativeRefused();

    @Message("{name} is ready. These are the next steps.")
    String founded(String name);

    @Message("Which company?")
    String chooseTitle();

    @Message("You belong to several.")
    String chooseLead();

    // The checklist
    @Message("Getting started")
    String startedTitle();

    @Message("{done} of {all} done")
    String startedLead(int done, int all);

    @Message("done")
    String done();

    @Message("open")
    String open();

    @Message("Request access to payouts")
    String requestedTitle();

    @Message("A Financial Controller asks for payouts in this environment.")
    String requestedText();

    @Message("Request access")
    String requestedAction();

    @Message("Payouts is enabled")
    String enabledTitle();

    @Message("Our representative looks at the request and enables payouts here. There is nothing to do but wait.")
    String enabledText();

    @Message("Accept the payouts terms")
    String optedInTitle();

    @Message("Each Financial Controller reads and accepts them once.")
    String optedInText();

    @Message("Read the terms")
    String optedInAction();

    @Message("Add a webhook endpoint")
    String webhookTitle();

    @Message("Your back end then hears of everything that happens to a payout.")
    String webhookText();

    @Message("Add endpoint")
    String webhookAction();

    @Message("Connect your bank")
    String bankTitle();

    @Message(
            "Whoever connects it first becomes the default authorizer, and cannot authorize payouts from the dashboard.")
    String bankText();

    @Message("Connect account")
    String bankAction();

    @Message("Add the first destination")
    String destinationTitle();

    @Message("Somebody to pay, who is made known to your bank.")
    String destinationText();

    @Message("Add destination")
    String destinationAction();

    @Message("Invite a second Financial Controller")
    String controllerTitle();

    @Message("Without one nobody can authorize payouts from the dashboard.")
    String controllerText();

    @Message(
            "In Production, whoever prepared a payout never authorizes it: a second person does. The sandbox asks for one once you"
                    + " switch it on in Settings.")
    String secondPersonSandbox();

    @Message(
            "A second person authorizes each payout: whoever prepared it may not. What somebody marks automatic waits for that person, too.")
    String secondPersonAsked();

    @Message("Invite")
    String controllerAction();

    @Message("Make the first payout")
    String payoutTitle();

    @Message("Create it, review it, and see it through to your bank.")
    String payoutText();

    @Message("Go to payouts")
    String payoutAction();
}
