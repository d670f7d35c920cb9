package io.sarf.payouts.destination;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("destination")
interface DestinationMessages {
    String title();

    String lead();

    String newDestination();

    String connectAccount();

    String search();

    String searchNow();

    String emptyTitle();

    String emptyText();

    String noBank();

    String credentialsExpired();

    String addedWaits();

    String noneFound();

    String noneFoundText();

    String showAll();

    String name();

    String iban();

    String place();

    String status();

    String nameCheck();

    String created();

    String pages();

    String newest();

    String older();

    String beingAdded();

    String active();

    String coolingOff();

    String coolingOffUntil(String time);

    String refused();

    String notPresent();

    String removed();

    String match();

    String closeMatch();

    String knownAs();

    String noMatch();

    String notOffered();

    String notChecked();

    String payee();

    String legalName();

    String legalNameHint();

    String displayName();

    String displayNameHint();

    String account();

    String ibanHint();

    String currency();

    String accountNumber();

    String swiftCode();

    String address();

    String city();

    String country();

    String choose();

    String gulf();

    String otherCountries();

    String notNow();

    String add();

    String asking();

    String lookAgain();

    String formUsed();

    String added();

    String knownAlready();

    String needed();

    String oneLine(int max);

    String twoWords();

    String ibanCountry();

    String ibanLength(String country, int expected, int given);

    String ibanDigit(int place, String country, String found);

    String ibanLetter(int place, String country, String found);

    String ibanLetterOrDigit(int place, String country, String found);

    String ibanCheckDigits();

    String chooseOne();

    String wrongAccountNumber();

    String wrongSwiftCode();

    String pay();

    String atBank();

    String bank();

    String bankId();

    String payable();

    String payableFrom(String time);

    /** With # where the browser inserts the countdown. */
    String payableIn();

    String coolOffOver();

    String coolOffText();

    String noMatchText();

    String refusedText();

    String id();

    String createdBy();

    String history();

    String happenedCreated();

    String happenedAdded();

    String happenedRefused();

    String happenedUpdated();

    String happenedRemoved();

    String happenedEdited();

    String happenedParked();

    String happenedResumed();

    String happenedRenewed();

    String removedText();

    String moreOfBank();

    String bankIdentifier();

    String branchAddress();

    String postalCode();

    String ifsc();

    String sortCode();

    String routingNumber();

    String transitCode();

    String wrongIdentifier();

    String wrongBankCode();

    String edit();

    String editTitle();

    String editLead();

    String editText();

    String save();

    String edited();

    String editedMeanwhile();

    String removedMeanwhile();

    String changedMeanwhile();

    String remove();

    String removeTitle();

    String removeText();

    String removedDone();

    String askedAgain();

    String differenceTitle();

    String differenceText();

    String field();

    String stored();

    String typed();

    String before();

    String now();

    String nothing();

    String leave();

    String update();
}
