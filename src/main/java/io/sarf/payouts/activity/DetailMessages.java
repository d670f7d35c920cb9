package io.sarf.payouts.activity;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("detail")
interface DetailMessages {
    String name();

    String email();

    String roles();

    String rolesBefore();

    String reason();

    String said();

    String bank();

    String bankUser();

    String bulk();

    String connectedBy();

    String personWanted();

    String cancellationRequested();

    String bankReference();

    String iban();

    String recipient();

    String amount();

    String defaultAuthorizer();

    String terms();

    String coolOffUntil();

    String userName();

    String url();

    String description();

    String events();

    String state();

    String overlapUntil();

    String failingSince();

    String automatic();

    String nameCheck();

    String match();

    String closeMatch();

    String noMatch();

    String notOffered();

    String on();

    String offByMember();

    String offFailing();

    String offGone();

    String status();

    String recipients();

    String notSent();

    String payments();

    String reference();

    String bankSays();

    String by();

    String created();

    String queueing();

    String awaitingAuthorization();

    String authorizing();

    String cancelling();

    String pendingWithBank();

    String acceptedByBank();

    String processed();

    String rejected();

    String failed();

    String authorizationFailed();

    String cancelled();

    String active();

    String expired();

    String requested();

    String coolingOff();

    String notPresent();

    String removed();

    String displayName();

    String address();

    String city();

    String country();

    String currency();

    String accountNumber();

    String swiftCode();

    String bankIdentifier();

    String branchAddress();

    String postalCode();

    String ifsc();

    String sortCode();

    String routingNumber();

    String transitCode();

    String fault();
}
