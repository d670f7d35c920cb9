package io.sarf.payouts.payout;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the payout pages. */
@MessageBundle("payouts")
public interface PayoutMessages {
    @Message("Payouts from one of your accounts are held.")
    String heldTitle();

    @Message(
            "Its bank has an order that we do not know. Nothing more is sent from that account until the representative has cleared it with the bank.")
    String heldText();

    @Message("Payouts")
    String title();

    @Message("Source")
    String source();

    @Message("New payout")
    String newPayout();

    @Message("Connect a bank account to pay from")
    String connectTitle();

    @Message("Payouts leave your company’s own bank account. Connect it once; everything else follows from there.")
    String connectText();

    @Message("Connect account")
    String connect();

    @Message("No payouts yet")
    String emptyTitle();

    @Message("Create the first one here, or let your back end do it through the API.")
    String emptyText();

    @Message("Nothing matches these filters")
    String nothingTitle();

    @Message("Try fewer of them.")
    String nothingText();

    @Message("Show all payouts")
    String showAll();

    @Message("Overview")
    String overview();

    @Message("Awaiting authorization")
    String awaiting();

    @Message("With the bank")
    String withBank();

    @Message("Paid, last 30 days")
    String paid();

    @Message("Failed, last 30 days")
    String failedSum();

    @Message("{#when plural:en(count)}{#is 'one'}{count} payout{#else}{count} payouts{/when}")
    String countOf(long count);

    @Message("As a table")
    String asTable();

    @Message("Paid, failed and returned per day, last 30 days")
    String chartLabel();

    @Message("Day")
    String day();

    @Message("Paid")
    String paidColumn();

    @Message("Failed")
    String failedColumn();

    @Message("Returned")
    String returnedColumn();

    @Message("Search payouts")
    String search();

    @Message("Recipient, IBAN, reference or id")
    String searchHint();

    @Message("Status")
    String status();

    @Message("Any status")
    String anyStatus();

    @Message("Filter")
    String filter();

    @Message("Select")
    String select();

    @Message("Select {name}")
    String selectOne(String name);

    @Message("Select all on this page")
    String selectAll();

    @Message("Recipient")
    String recipient();

    @Message("Description")
    String description();

    @Message("Amount")
    String amount();

    @Message("Flow")
    String flow();

    @Message("Created")
    String created();

    @Message("Created by")
    String createdBy();

    @Message("Older")
    String older();

    @Message("Newest")
    String newest();

    @Message("Selection")
    String selection();

    /** @param shown the number, or # where the browser puts it in */
    @Message("{#when plural:en(count)}{#is 'one'}{shown} payout selected{#else}{shown} payouts selected{/when}")
    String selected(int count, String shown);

    @Message("Clear")
    String clear();

    @Message("Authorize selected")
    String authorizeSelected();

    /** @param shown the number, or # where the browser puts it in */
    @Message("{#when plural:en(count)}{#is 'one'}Authorize {shown} payout{#else}Authorize {shown} payouts{/when}")
    String authorizeSome(int count, String shown);

    /** @param shown the number, or # where the browser puts it in */
    @Message(
            "{#when plural:en(count)}{#is 'one'}{shown} payee is paid for the first time{#else}{shown} payees are paid for"
                    + " the first time{/when}")
    String firstSome(int count, String shown);

    @Message("From")
    String from();

    @Message("To")
    String to();

    @Message("Choose an account")
    String chooseAccount();

    @Message("Choose a destination")
    String chooseDestination();

    @Message("New destination")
    String newDestination();

    @Message("Add a destination first: somebody to pay.")
    String noDestinations();

    @Message("The payee sees it on the statement.")
    String descriptionHint();

    @Message("External reference")
    String externalReference();

    @Message("Authorize automatically")
    String automatic();

    @Message("The default authorizer’s credentials approve it, without a person.")
    String automaticHint();

    @Message("Review payout")
    String review();

    @Message("Nothing is sent before you have reviewed it.")
    String formLead();

    @Message("Some things need another look.")
    String invalid();

    @Message("Nothing you typed was lost.")
    String invalidText();

    @Message("Not now")
    String notNow();

    @Message("Change")
    String change();

    @Message("Checking…")
    String checkingForm();

    @Message("Creating…")
    String creating();

    @Message("This is not an amount: use digits and a point, for example 1250.75.")
    String notAnAmount();

    @Message("Choose one of the list.")
    String chooseOne();

    @Message("Review before it is sent")
    String reviewTitle();

    @Message("In words")
    String inWords();

    @Message("Authorization")
    String authorization();

    @Message("Automatic: the bank is asked to approve it at once.")
    String flowAutomatic();

    @Message("By a person: it waits until a Financial Controller, or an approver at the bank, authorizes it.")
    String flowManual();

    @Message("Look at this first")
    String warnings();

    @Message("The same amount went to this payee within the last 24 hours.")
    String warnTwin();

    @Message("This payee has never been paid before.")
    String warnFirst();

    @Message("The amount is above the balance of the account, as the bank last told it.")
    String warnBalance();

    @Message("The bank says that the name does not match the account.")
    String warnName();

    @Message("The bank is still cooling off for this destination; the payout waits and goes by itself.")
    String warnCoolOff();

    @Message("Create payout of {amount}")
    String create(String amount);

    @Message("The payout is created and on its way to the bank.")
    String createdDone();

    @Message("Payout")
    String one();

    @Message("Payout id")
    String id();

    @Message("Payment id")
    String paymentId();

    @Message("Bank reference")
    String bankReference();

    @Message("Our reference at the bank")
    String ourReference();

    @Message("Account")
    String account();

    @Message("Bank")
    String bank();

    @Message("Reason")
    String reason();

    @Message("History")
    String history();

    @Message("Told the back end: {event}")
    String told(String event);

    @Message("Cancel payout")
    String cancel();

    @Message("Cancel this payout?")
    String cancelTitle();

    @Message("If the bank has it already, the bank is asked to take it back.")
    String cancelText();

    @Message("The payout is cancelled, or the bank is being asked to take it back.")
    String cancelled();

    @Message(
            "The payout is on its way to the bank. It will not be authorized: the bank takes it back as soon as it has it.")
    String cancellationRequested();

    @Message("This payout can no longer be cancelled. It is now: {state}.")
    String notCancellable(String state);

    @Message("Authorize {amount}")
    String authorizeAmount(String amount);

    @Message("Updated")
    String updated();

    @Message("Checking with the bank since {time}")
    String checkingSince(String time);

    @Message("Created, not sent yet")
    String statusCreated();

    @Message("On its way to the bank")
    String statusQueueing();

    @Message("Being authorized")
    String statusAuthorizing();

    @Message("Being cancelled")
    String statusCancelling();

    @Message("Pending with the bank")
    String statusPending();

    @Message("Accepted by the bank")
    String statusAccepted();

    @Message("Processed")
    String statusProcessed();

    @Message("Returned")
    String statusRejected();

    @Message("Failed")
    String statusFailed();

    @Message("Rejected by an approver")
    String statusAuthorizationFailed();

    @Message("Cancelled")
    String statusCancelled();

    @Message("Automatic")
    String flowNameAutomatic();

    @Message("Manual")
    String flowNameManual();

    @Message("Dashboard")
    String flowNameDashboard();

    @Message("Bank portal")
    String flowNamePortal();

    @Message("On demand")
    String flowNameOnDemand();

    @Message("Authorize payouts")
    String reviewAuthorization();

    @Message("Review")
    String stepReview();

    @Message("Code from your bank")
    String stepCode();

    @Message("Result")
    String stepResult();

    @Message("first payment to this payee")
    String firstPayment();

    @Message("Total")
    String total();

    @Message("Send me the code")
    String sendCode();

    @Message("Asking the bank…")
    String askingBank();

    @Message("Nothing that can be authorized was selected.")
    String nothingSelected();

    @Message("Choose at most {most} payouts at a time: {count} are selected.")
    String tooMany(int most, int count);

    @Message("Left out")
    String leftOut();

    @Message("These cannot be authorized now, and are not part of it.")
    String leftOutText();

    @Message("In your own open window")
    String inYourWindow();

    @Message("In another person’s window")
    String inAnothersWindow();

    @Message("Go to the window")
    String toWindow();

    @Message("Nothing of what you selected can be authorized now.")
    String nothingLeft();

    @Message(
            "{#when plural:en(count)}{#is 'one'}Authorize the {shown} payout waiting at {bank}{#else}Authorize all {shown}"
                    + " payouts waiting at {bank}{/when}")
    String authorizeAllAt(long count, String shown, String bank);

    @Message("Authorize the {most} longest waiting of {count} at {bank}")
    String authorizeMostAt(int most, long count, String bank);

    @Message("Choose payouts of one bank at a time: each bank sends a code of its own.")
    String oneBank();

    @Message("You cannot authorize payouts here")
    String mayNot();

    @Message("Source accounts")
    String sourceTitle();

    @Message("Balance")
    String balance();

    /** Before a time, which may be shown as an age. */
    @Message("as of")
    String asOf();

    @Message("Ask the bank again")
    String refresh();

    @Message("Account ids appear once there is a first destination.")
    String idsLater();

    @Message("Account id")
    String accountId();

    @Message("Bank users")
    String bankUsers();

    @Message("Default authorizer")
    String markDefault();

    @Message("Manual authorizer")
    String markManual();

    @Message("Expired")
    String markExpired();

    @Message("Close")
    String close();

    @Message("Created")
    String eventCreated();

    @Message("Sent to the bank")
    String eventSent();

    @Message("Queued at the bank")
    String eventQueued();

    @Message("Not taken by the bank")
    String eventNotTaken();

    @Message("Could not be sent")
    String eventUnsendable();

    @Message("Authorization begun")
    String eventBegun();

    @Message("Released on demand")
    String eventReleased();

    @Message("Authorization closed")
    String eventClosed();

    @Message("Cancellation requested while it was on its way to the bank")
    String eventCancellationRequested();

    @Message("Cancellation asked for")
    String eventCancellationAsked();

    @Message("Refused by the bank")
    String eventRefused();

    @Message("{name} is not as it was shown any more: look at the list again.")
    String changedMeanwhile(String name);

    @Message("The payout to {name} changed while its code was on the way. It is now: {state}. Nothing was sent.")
    String changedSince(String name, String state);

    @Message("Held: the name does not match")
    String statusNameHeld();

    @Message("The bank knows this account by another name.")
    String nameHeldTitle();

    @Message(
            "The payout is not sent to the bank, and nobody can authorize it, until somebody here has confirmed that the"
                    + " money is to go to this account.")
    String nameHeldText();

    @Message("Pay it all the same")
    String acceptName();

    @Message("Pay to an account with another name?")
    String acceptNameTitle();

    @Message(
            "Ask the payee first, by a way you know: a name that does not match is how fraud begins. Your name is kept with"
                    + " your answer.")
    String acceptNameText();

    @Message("The name is accepted. The payout goes on its way to the bank.")
    String nameAcceptedDone();

    @Message("{name} has accepted the name already.")
    String nameAcceptedBefore(String name);

    @Message("There is nothing to accept: this payout is not held by its name.")
    String nothingToAccept();

    @Message(
            "The payout to {name} is held: the bank knows the account by another name, and nobody has accepted that yet.")
    String nameHeld(String name);

    @Message("Name that does not match")
    String nameAccepted();

    @Message("Accepted by {name}, {time}")
    String nameAcceptedBy(String name, String time);

    @Message("Accepted although the name does not match")
    String eventNameAccepted();

    @Message("Release on demand")
    String releaseSelected();

    @Message("Release {count}")
    String releaseCount(String count);

    @Message("Release payouts on demand")
    String releaseTitle();

    @Message(
            "They are authorized at once with the credentials of the default authorizer. The bank asks nobody for a code.")
    String releaseText();

    @Message("Releasing…")
    String releasing();

    @Message("You cannot release payouts here")
    String mayNotRelease();

    @Message("You prepared it: another Financial Controller authorizes it")
    String preparedByYou();

    @Message("Not to be released: on demand is not enabled here, and it was not marked automatic")
    String notOnDemand();

    @Message(
            "Marked to be authorized automatically. It waits for a second person, who authorizes it with a code or releases it.")
    String forSecondPerson();

    @Message(
            "In this environment a second person authorizes each payout: what you mark automatic waits for somebody else.")
    String warnSecondPerson();

    @Message("Releasing on demand is not enabled in this environment. The representative enables it.")
    String releaseNotEnabled();

    @Message("Released on demand")
    String releasedTitle();

    @Message("Each payout has its own result. You may close this page: it comes in any case.")
    String releasedText();

    @Message("{done} of {all} have a result")
    String releasedProgress(int done, int all);

    @Message("Back to payouts")
    String backToPayouts();

    @Message("The payee was edited since")
    String payeeEditedTitle();

    @Message("The bank has this payout with the earlier data, and pays it so. If it must not be paid so, cancel it.")
    String payeeEditedText();

    @Message("The payee was edited since: this is paid with the earlier data")
    String payeeEdited();

    @Message("This payout")
    String payeeThen();

    @Message("Payee now")
    String payeeNow();
}
