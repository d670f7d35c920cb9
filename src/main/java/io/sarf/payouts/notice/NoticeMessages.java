package io.sarf.payouts.notice;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the mails. */
@MessageBundle("notice")
interface NoticeMessages {
    @Message("{company} (sandbox)")
    String sandbox(String company);

    @Message("{bank} does not take the bank credentials of {company} any more")
    String expiredSubject(String bank, String company);

    @Message("{bank} turned away the bank user {user} of {place}: the credentials have expired.")
    String expired(String bank, String user, String place);

    @Message(
            "Until they are renewed nothing is done with them. What was not sent yet with them has failed and is not sent again by itself.")
    String expiredMeans();

    @Message("{name} connected them, and only {name} can reconnect them.")
    String expiredWho(String name);

    @Message("Reconnect")
    String reconnect();

    @Message(
            "Is that person no longer with you? Ask your representative to make other credentials the default authorizer.")
    String expiredNote();

    @Message("{bank} wants a person to authorize payouts of {company}")
    String wantedSubject(String bank, String company);

    @Message("{bank} did not authorize a payout of {place} without a person this time.")
    String wanted(String bank, String place);

    @Message("It waits for one of you to authorize it, perhaps with others. Nothing was sent twice.")
    String wantedMeans();

    @Message("See the payouts that wait")
    String seePayouts();

    @Message("You get one such mail for {bank}, however many payouts of the next minutes turn to you.")
    String wantedNote(String bank);

    @Message("Payouts of {company} await authorization")
    String waitsSubject(String company);

    @Message("A payout of {place} at {bank} awaits authorization.")
    String waits(String bank, String place);

    @Message(
            "You get one such mail an hour for {bank}, however many payouts await. Your profile has a daily summary instead, or no mail.")
    String waitsNote(String bank);

    @Message("{company} has a new client secret for Production")
    String secretSubject(String company);

    @Message("{name} made a new client secret for {company} in Production.")
    String secret(String name, String company);

    @Message("A program that has it can create payouts from your account, also such that nobody here authorizes. The"
            + " previous secret no longer works.")
    String secretMeans();

    @Message("See it in Activity")
    String seeSecret();

    @Message("Is this news to you? Speak to that person, and have an Owner or Admin make another secret at once.")
    String secretNote();

    @Message("A webhook endpoint of {company} was switched off")
    String offSubject(String company);

    @Message("Events of {place} are no longer sent to {url}: for 5 days no attempt succeeded.")
    String offFailing(String url, String place);

    @Message("Events of {place} are no longer sent to {url}: it answered 410 Gone.")
    String offGone(String url, String place);

    @Message("Until somebody switches it on again, your back end does not learn there what happens to payouts.")
    String offMeans();

    @Message("See the endpoint")
    String seeEndpoint();

    @Message("After switching it on you can resend what was missed: deliveries are kept for 90 days.")
    String offNote();

    @Message("The default authorizer of {company} at {bank} was changed")
    String changedSubject(String bank, String company);

    @Message("Your representative made {now} the default authorizer of {place} at {bank}, in place of {before}.")
    String changed(String before, String now, String bank, String place);

    @Message(
            "{name} cannot authorize payouts of this bank from the dashboard any more, and the bank's own online banking refuses {user}.")
    String changedNow(String name, String user);

    @Message("{name} is a manual authorizer now, and {user} can be used in the bank's own online banking again.")
    String changedBefore(String name, String user);

    @Message("The reason given: {reason}")
    String reason(String reason);

    @Message("See the bank connections")
    String seeConnections();

    @Message("What the bank had already stays as it was queued.")
    String changedNote();
}
