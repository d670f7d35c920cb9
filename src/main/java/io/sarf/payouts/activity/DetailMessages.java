package io.sarf.payouts.activity;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the details of a journal entry are called. */
@MessageBundle("detail")
interface DetailMessages {
    @Message("Name")
    String name();

    @Message("Address")
    String email();

    @Message("Roles")
    String roles();

    @Message("Roles before")
    String rolesBefore();

    @Message("Reason")
    String reason();

    @Message("Message")
    String said();

    @Message("Bank")
    String bank();

    @Message("Bank user")
    String bankUser();

    @Message("Bulk payment")
    String bulk();

    @Message("Connected by")
    String connectedBy();

    @Message("A person has to authorize it")
    String personWanted();

    @Message("Cancellation was requested before")
    String cancellationRequested();

    @Message("Bank's reference")
    String bankReference();

    @Message("IBAN")
    String iban();

    @Message("Recipient")
    String recipient();

    @Message("Amount")
    String amount();

    @Message("Default authorizer")
    String defaultAuthorizer();

    @Message("Terms")
    String terms();

    @Message("Can be paid from")
    String coolOffUntil();

    @Message("User name")
    String userName();

    @Message("URL")
    String url();

    @Message("Description")
    String description();

    @Message("Events")
    String events();

    @Message("State")
    String state();

    @Message("Both secrets sign until")
    String overlapUntil();

    @Message("Failing since")
    String failingSince();

    @Message("Authorized automatically")
    String automatic();

    @Message("Name check")
    String nameCheck();

    // Values
    @Message("match")
    String match();

    @Message("close match")
    String closeMatch();

    @Message("no match")
    String noMatch();

    @Message("not offered by the bank")
    String notOffered();

    @Message("on")
    String on();

    @Message("by a member")
    String offByMember();

    @Message("failed for 5 days")
    String offFailing();

    @Message("it answered 410 Gone")
    String offGone();

    // More labels
    @Message("Status")
    String status();

    @Message("Sent to")
    String recipients();

    @Message("Not sent to")
    String notSent();

    @Message("Payments")
    String payments();

    @Message("Reference")
    String reference();

    @Message("The bank says")
    String bankSays();

    @Message("By")
    String by();

    // Where a payout, a destination or a connection stands
    @Message("Created, not sent yet")
    String created();

    @Message("On its way to the bank")
    String queueing();

    @Message("Awaiting authorization")
    String awaitingAuthorization();

    @Message("Being authorized")
    String authorizing();

    @Message("Being cancelled")
    String cancelling();

    @Message("Pending with the bank")
    String pendingWithBank();

    @Message("Accepted by the bank")
    String acceptedByBank();

    @Message("Processed")
    String processed();

    @Message("Rejected after acceptance")
    String rejected();

    @Message("Failed")
    String failed();

    @Message("Rejected by an approver")
    String authorizationFailed();

    @Message("Cancelled")
    String cancelled();

    @Message("Active")
    String active();

    @Message("Expired")
    String expired();

    @Message("Being added at the bank")
    String requested();

    @Message("Cooling off")
    String coolingOff();

    @Message("Not known to the bank")
    String notPresent();

    @Message("Removed")
    String removed();

    @Message("Display name")
    String displayName();

    @Message("Address")
    String address();

    @Message("City")
    String city();

    @Message("Country")
    String country();

    @Message("Currency")
    String currency();

    @Message("Account number")
    String accountNumber();

    @Message("SWIFT code")
    String swiftCode();

    @Message("Bank identifier")
    String bankIdentifier();

    @Message("Branch address")
    String branchAddress();

    @Message("Postal code")
    String postalCode();

    @Message("IFSC")
    String ifsc();

    @Message("Sort code")
    String sortCode();

    @Message("Routing number")
    String routingNumber();

    @Message("Transit code")
    String transitCode();
}
