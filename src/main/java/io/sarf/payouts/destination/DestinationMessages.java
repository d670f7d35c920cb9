package io.sarf.payouts.destination;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the destinations. */
@MessageBundle("destination")
interface DestinationMessages {
    // The list
    @Message("Destinations")
    String title();

    @Message("Who can be paid. Adding a destination makes it known to the connected bank.")
    String lead();

    @Message("New destination")
    String newDestination();

    @Message("Connect account")
    String connectAccount();

    @Message("Search by name or IBAN")
    String search();

    @Message("Search")
    String searchNow();

    @Message("No destinations yet")
    String emptyTitle();

    @Message("Add the first one: the person or company you want to pay, with their IBAN.")
    String emptyText();

    @Message("Connect a bank first: a destination is made known to it.")
    String noBank();

    @Message("The bank credentials have expired. Whoever connected them reconnects them under Bank connections; then a"
            + " destination can be added.")
    String credentialsExpired();

    @Message("It waits: the bank credentials have expired. Once they are reconnected, the bank is asked by itself.")
    String addedWaits();

    @Message("Nothing found")
    String noneFound();

    @Message("Try a part of the name, or the IBAN.")
    String noneFoundText();

    @Message("Show all destinations")
    String showAll();

    @Message("Name")
    String name();

    @Message("IBAN")
    String iban();

    @Message("Country and currency")
    String place();

    @Message("Status")
    String status();

    @Message("Name check")
    String nameCheck();

    @Message("Created")
    String created();

    @Message("Pages")
    String pages();

    @Message("Newest")
    String newest();

    @Message("Older")
    String older();

    // How it stands
    @Message("Being added")
    String beingAdded();

    @Message("Active")
    String active();

    @Message("Cooling off")
    String coolingOff();

    @Message("Cooling off until {time}")
    String coolingOffUntil(String time);

    @Message("Refused")
    String refused();

    @Message("Not known to the bank")
    String notPresent();

    @Message("Removed at the bank")
    String removed();

    @Message("Match")
    String match();

    @Message("Close match")
    String closeMatch();

    @Message("The bank knows:")
    String knownAs();

    @Message("No match")
    String noMatch();

    @Message("Not offered by the bank")
    String notOffered();

    @Message("Not checked yet")
    String notChecked();

    // The form
    @Message("Payee")
    String payee();

    @Message("Legal name")
    String legalName();

    @Message("As the payee's bank knows it: two words at least.")
    String legalNameHint();

    @Message("Display name")
    String displayName();

    @Message("How you call them here. Empty: the legal name.")
    String displayNameHint();

    @Message("Account")
    String account();

    @Message("With or without spaces. Length, country and check digits are checked.")
    String ibanHint();

    @Message("Currency")
    String currency();

    @Message("Account number")
    String accountNumber();

    @Message("SWIFT code")
    String swiftCode();

    @Message("Address")
    String address();

    @Message("City")
    String city();

    @Message("Country")
    String country();

    @Message("Choose…")
    String choose();

    @Message("Gulf")
    String gulf();

    @Message("Other countries")
    String otherCountries();

    @Message("Not now")
    String notNow();

    @Message("Add destination")
    String add();

    @Message("Asking the bank…")
    String asking();

    @Message("Some things need another look. Nothing you typed was lost.")
    String lookAgain();

    @Message("This form was used already, for another name or IBAN. Check what stands below: sent again, it is added as"
            + " one more destination.")
    String formUsed();

    @Message("The destination is kept. Below you see what the bank says of it.")
    String added();

    @Message("You have this destination already, with the same name and IBAN; nothing was added.")
    String knownAlready();

    @Message("This is needed.")
    String needed();

    @Message("Use one line of {max} characters at most.")
    String oneLine(int max);

    @Message("Give the full legal name: two words at least.")
    String twoWords();

    @Message("An IBAN begins with the two letters of a country that uses IBANs.")
    String ibanCountry();

    @Message("The length is wrong: an IBAN of {country} has {expected} characters, this one has {given}.")
    String ibanLength(String country, int expected, int given);

    @Message("Character {place} of an IBAN of {country} is a digit, not “{found}”.")
    String ibanDigit(int place, String country, String found);

    @Message("Character {place} of an IBAN of {country} is a letter, not “{found}”.")
    String ibanLetter(int place, String country, String found);

    @Message("Character {place} of an IBAN of {country} is a letter or a digit, not “{found}”.")
    String ibanLetterOrDigit(int place, String country, String found);

    @Message("The check digits do not fit the rest of this IBAN. Compare it once more.")
    String ibanCheckDigits();

    @Message("Choose one of the list.")
    String chooseOne();

    @Message("Use up to 34 letters and digits, without spaces.")
    String wrongAccountNumber();

    @Message("A SWIFT code has 8 or 11 letters and digits.")
    String wrongSwiftCode();

    // The details
    @Message("New payout to this destination")
    String pay();

    @Message("At the bank")
    String atBank();

    @Message("Bank")
    String bank();

    @Message("Beneficiary at the bank")
    String bankId();

    @Message("Can be paid")
    String payable();

    @Message("from {time}")
    String payableFrom(String time);

    /** With # where the browser counts the time down. */
    @Message("in #")
    String payableIn();

    @Message("The cool-off is over. Load the page again.")
    String coolOffOver();

    @Message("Payouts made before that are taken, and wait.")
    String coolOffText();

    @Message("The bank says that this account belongs to somebody else. A payout to it needs your explicit yes.")
    String noMatchText();

    @Message(
            "This destination cannot be paid. Edit what is wrong, and the bank is asked again; for another legal name or IBAN"
                    + " add a new destination.")
    String refusedText();

    @Message("Destination ID")
    String id();

    @Message("Created by")
    String createdBy();

    @Message("History")
    String history();

    @Message("Destination created")
    String happenedCreated();

    @Message("Taken by the bank")
    String happenedAdded();

    @Message("Refused by the bank")
    String happenedRefused();

    @Message("Cool-off ended")
    String happenedUpdated();

    @Message("Removed")
    String happenedRemoved();

    @Message("Edited")
    String happenedEdited();

    @Message("Taken by the bank with the new data")
    String happenedRenewed();

    @Message("It was removed. Add it again to pay it.")
    String removedText();

    // More about the bank
    @Message("More about the payee’s bank")
    String moreOfBank();

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

    @Message("Use up to 40 letters, digits, _ and -.")
    String wrongIdentifier();

    @Message("Use up to 20 letters, digits, spaces and hyphens.")
    String wrongBankCode();

    // Editing and removing
    @Message("Edit")
    String edit();

    @Message("Edit destination")
    String editTitle();

    @Message("Legal name and IBAN stay: for others add a new destination.")
    String editLead();

    @Message(
            "The bank is asked again with what you save, and payouts wait until it has answered. Payouts that the bank has"
                    + " already go on with the earlier data; whoever is authorizing one just now has to begin again.")
    String editText();

    @Message("Save")
    String save();

    @Message("The destination is saved.")
    String edited();

    @Message(
            "Somebody edited this destination meanwhile; nothing of yours was saved. What changed stands below, and what you"
                    + " typed is still here.")
    String editedMeanwhile();

    @Message("This destination was removed meanwhile. Add it again to pay it.")
    String removedMeanwhile();

    @Message("Changed meanwhile")
    String changedMeanwhile();

    @Message("Remove")
    String remove();

    @Message("Remove this destination?")
    String removeTitle();

    @Message(
            "It cannot be paid any more. Payouts that the bank does not have yet fail; what it has goes on. Add it again at"
                    + " any time.")
    String removeText();

    @Message("The destination is removed.")
    String removedDone();

    @Message("You had this destination already. The bank is asked for it again, with the data you gave.")
    String askedAgain();

    // The same payee with other data
    @Message("You have this destination already")
    String differenceTitle();

    @Message("Same legal name and IBAN, other data. Nothing is saved yet.")
    String differenceText();

    @Message("Field")
    String field();

    @Message("Stored")
    String stored();

    @Message("What you typed")
    String typed();

    @Message("Before")
    String before();

    @Message("Now")
    String now();

    @Message("none")
    String nothing();

    @Message("Leave as it is")
    String leave();

    @Message("Update")
    String update();
}
