package io.sarf.payouts.payout;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("payouts")
public interface PayoutMessages {
    String quarantinedTitle();

    String quarantinedText();

    String title();

    String source();

    String newPayout();

    String connectTitle();

    String connectText();

    String connect();

    String emptyTitle();

    String emptyText();

    String nothingTitle();

    String nothingText();

    String showAll();

    String overview();

    String awaiting();

    String withBank();

    String paid();

    String countOf(long count);

    String asTable();

    String chartLabel();

    String day();

    String paidColumn();

    String failedColumn();

    String returnedColumn();

    String search();

    String searchHint();

    String status();

    String anyStatus();

    String filter();

    String select();

    String selectOne(String name);

    String selectAll();

    String recipient();

    String description();

    String amount();

    String flow();

    String created();

    String createdBy();

    String older();

    String newest();

    String selection();

    /** @param shown the number, or # where the browser inserts it */
    String selected(int count, String shown);

    String clear();

    String authorizeSelected();

    /** @param shown the number, or # where the browser inserts it */
    String authorizeSome(int count, String shown);

    /** @param shown the number, or # where the browser inserts it */
    String firstSome(int count, String shown);

    String from();

    String to();

    String newDestination();

    String externalReference();

    String notNow();

    String inWords();

    String one();

    String id();

    String paymentId();

    String bankReference();

    String ourReference();

    String bank();

    String reason();

    String history();

    String told(String event);

    String cancel();

    String cancelTitle();

    String cancelText();

    String cancelled();

    String cancellationRequested();

    String notCancellable(String state);

    String authorizeAmount(String amount);

    String updated();

    String checkingSince(String time);

    String statusCreated();

    String statusQueueing();

    String statusAuthorizing();

    String statusCancelling();

    String statusPending();

    String statusAccepted();

    String statusProcessed();

    String statusRejected();

    String statusFailed();

    String statusAuthorizationFailed();

    String statusCancelled();

    String flowNameAutomatic();

    String flowNameManual();

    String flowNameDashboard();

    String flowNamePortal();

    String flowNameOnDemand();

    String askingBank();

    String openAuthorization();

    String authorizeAllAt(long count, String shown, String bank);

    String authorizeMostAt(int most, long count, String bank);

    String mayNot();

    /** A time follows these, possibly as an age. */
    String eventCreated();

    String eventSent();

    String eventQueued();

    String eventNotTaken();

    String eventUnsendable();

    String eventBegun();

    String eventReleased();

    String eventClosed();

    String eventCancellationRequested();

    String eventCancellationAsked();

    String eventRefused();

    String changedMeanwhile(String name);

    String statusNameMismatch();

    String nameMismatchTitle();

    String nameMismatchText();

    String acceptName();

    String acceptNameTitle();

    String acceptNameText();

    String nameAcceptedDone();

    String nameAcceptedBefore(String name);

    String nothingToAccept();

    String nameMismatch(String name);

    String nameAccepted();

    String nameAcceptedBy(String name, String time);

    String eventNameAccepted();

    String eventParked();

    String eventResumed();

    String releaseSelected();

    String mayNotRelease();

    String preparedByYou();

    String forSecondPerson();

    String releaseNotEnabled();

    String payeeEditedTitle();

    String payeeEditedText();

    String payeeThen();

    String payeeNow();
}
