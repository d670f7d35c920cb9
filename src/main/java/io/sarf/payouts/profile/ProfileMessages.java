package io.sarf.payouts.profile;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of a person's own page. */
@MessageBundle("profile")
interface ProfileMessages {
    @Message("Your profile")
    String title();

    @Message("What you choose here holds for you in every company, from your next page on.")
    String lead();

    @Message("Dashboard")
    String dashboard();

    @Message("Who you are")
    String you();

    @Message("Name")
    String name();

    @Message("Address")
    String email();

    @Message("Name and address come from the service you sign in with, and are changed there.")
    String fromProvider();

    @Message("Language and time")
    String languageAndTime();

    @Message("Language")
    String language();

    @Message("As the browser asks")
    String asBrowser();

    @Message("For pages and for mails to you. As the browser asks: pages in its language, mails in English.")
    String languageHint();

    @Message("Time zone")
    String zone();

    @Message("Times are shown as they are there, with how far that is from UTC.")
    String zoneHint();

    @Message("Universal time (UTC)")
    String utc();

    @Message("Appearance")
    String theme();

    @Message("As the device is set")
    String auto();

    @Message("Light")
    String light();

    @Message("Dark")
    String dark();

    @Message("Mails")
    String mails();

    @Message("Payouts that await authorization")
    String awaiting();

    @Message("At once")
    String atOnce();

    @Message(
            "When payouts begin to wait; at most one an hour for each bank, and one in ten minutes when a bank did not authorize by itself.")
    String atOnceHint();

    @Message("Once a day")
    String daily();

    @Message("At 08:00 in your time zone, with number and totals; none when nothing waits.")
    String dailyHint();

    @Message("None")
    String off();

    @Message(
            "These mails go to Financial Controllers. What you have to know is always sent at once: bank credentials that expired, another default authorizer.")
    String duties();

    @Message("Save")
    String save();

    @Message("Your choices are saved.")
    String saved();

    @Message("Correct the marked fields. Nothing was saved yet.")
    String correct();

    @Message("Choose one of these.")
    String choose();

    @Message("Choose a time zone of the list.")
    String chooseZone();

    @Message("Where you are signed in")
    String sessions();

    @Message("Africa")
    String africa();

    @Message("America")
    String america();

    @Message("Antarctica")
    String antarctica();

    @Message("Arctic")
    String arctic();

    @Message("Asia")
    String asia();

    @Message("Atlantic")
    String atlantic();

    @Message("Australia")
    String australia();

    @Message("Europe")
    String europe();

    @Message("Indian Ocean")
    String indian();

    @Message("Pacific")
    String pacific();
}
