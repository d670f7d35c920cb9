package io.sarf.payouts.settings;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the Settings tab. */
@MessageBundle("settings")
interface SettingsMessages {
    @Message("Settings")
    String title();

    @Message("What holds for the whole application, in both environments.")
    String lead();

    @Message("Name of the company")
    String name();

    @Message("Everybody sees it: your team, people you invite, and your representative.")
    String nameHint();

    @Message("Save")
    String save();

    @Message("The company is now called {name}.")
    String saved(String name);

    @Message("The name is as it was.")
    String unchanged();

    @Message("Enter a name of 1 to {max} characters.")
    String nameInvalid(int max);

    @Message("Somebody has changed the name meanwhile, to {name}. Save again if yours is to hold.")
    String changed(String name);

    @Message("Second person")
    String secondPerson();

    @Message(
            "Whoever created a payout, accepted the name of its payee or edited that payee does not authorize it: another Financial Controller does."
                    + " What somebody marks automatic waits for that person, too.")
    String secondPersonText();

    @Message("Always asked for in Production.")
    String secondPersonAlways();

    @Message("Asked for in the sandbox.")
    String secondPersonOn();

    @Message("Not asked for in the sandbox, so that one person can try everything.")
    String secondPersonOff();

    @Message("Ask for a second person")
    String secondPersonEnable();

    @Message("Stop asking for a second person")
    String secondPersonDisable();

    @Message("The sandbox asks for a second person now.")
    String secondPersonEnabled();

    @Message("The sandbox no longer asks for a second person.")
    String secondPersonDisabled();

    @Message("Logo")
    String logo();

    @Message("Picture")
    String logoFile();

    @Message("Stands beside the name, for your team. PNG or JPEG, square at best, 1 MB at most.")
    String logoHint();

    @Message("Upload")
    String logoUpload();

    @Message("Remove")
    String logoRemove();

    @Message("Choose a file first.")
    String logoNeeded();

    @Message("The logo is saved.")
    String logoSaved();

    @Message("The logo is removed.")
    String logoRemoved();

    @Message("This file is too large. Use a picture of 1 MB and {max} pixels in each direction at most.")
    String logoTooLarge(int max);

    @Message("This file cannot be read as a picture. Use a PNG or a JPEG.")
    String logoUnreadable();

    @Message("What holds here")
    String rules();

    @Message("Set by whoever runs this installation, and the same for every company.")
    String rulesText();

    @Message("API calls")
    String calls();

    @Message("{#when plural:en(count)}{#is 'one'}{count} call{#else}{count} calls{/when} a minute")
    String callsValue(int count);

    @Message("In each environment. A call above it is answered 429, and says when to try again.")
    String callsMeaning();

    @Message("Age of a sign-in")
    String signIn();

    @Message("Whoever authorizes payouts has signed in no longer ago than this, or signs in again.")
    String signInMeaning();

    @Message("Request log")
    String requestLog();

    @Message("Calls of your back end and our answers, kept for so long.")
    String requestLogMeaning();

    @Message("Webhook deliveries")
    String deliveries();

    @Message("Kept for so long, and can be sent again meanwhile.")
    String deliveriesMeaning();

    @Message("Idempotency keys")
    String keys();

    @Message("A call sent again with the same key has no second effect for so long.")
    String keysMeaning();

    @Message("Payouts and activity")
    String activity();

    @Message("for good")
    String forGood();

    @Message("Never deleted, and never changed afterwards.")
    String activityMeaning();

    @Message("{#when plural:en(count)}{#is 'one'}{count} second{#else}{count} seconds{/when}")
    String seconds(long count);

    @Message("{#when plural:en(count)}{#is 'one'}{count} minute{#else}{count} minutes{/when}")
    String minutes(long count);

    @Message("{#when plural:en(count)}{#is 'one'}{count} day{#else}{count} days{/when}")
    String days(long count);
}
