package io.sarf.payouts.integration;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the integration pages. */
@MessageBundle("integration")
interface IntegrationMessages {
    @Message("Integration")
    String title();

    @Message("What your back end needs to use the API.")
    String lead();

    @Message("Addresses and ids")
    String addresses();

    @Message("Application id")
    String application();

    @Message("Customer id of your own company")
    String customer();

    @Message("API base URL")
    String api();

    @Message("API reference and OpenAPI document")
    String openApi();

    // Client secret
    @Message("Client secret")
    String secret();

    @Message("Your back end exchanges it, with the application id, for access tokens.")
    String secretText();

    @Message("There is none yet.")
    String noSecret();

    @Message("Created")
    String created();

    @Message("Created by")
    String createdBy();

    @Message("Create secret")
    String create();

    @Message("Replace secret")
    String replace();

    @Message("Replace the secret?")
    String replaceTitle();

    @Message("The new one is shown once. The old one and its tokens stop working at once.")
    String replaceText();

    @Message("Only an Owner or an Admin creates or replaces it.")
    String secretWho();

    @Message("New client secret")
    String newSecret();

    @Message("Copy it now: it is shown this once only, and nobody can show it again.")
    String once();

    @Message("I have copied it")
    String copied();

    // Request log
    @Message("Request log")
    String requests();

    @Message("What your back end asked in the last 7 days, and what it was answered.")
    String requestsText();

    @Message("See requests")
    String seeRequests();

    // Test users
    @Message("Test users")
    String testUsers();

    @Message(
            "People of a bank that moves no real money. Connect the sandbox with them; the code the bank sends is 1111.")
    String testUsersText();

    @Message("See test users")
    String seeTestUsers();

    @Message("SME accounts")
    String sme();

    @Message("Retail accounts")
    String retail();

    @Message("Retail users cannot be used for payouts. Connecting one shows what your people would see.")
    String retailNote();

    @Message("User name")
    String userName();

    @Message("Password")
    String password();

    @Message("Bank")
    String bank();

    @Message("What for")
    String purpose();

    @Message("Actions")
    String actions();

    @Message("Default authorizer")
    String held();

    @Message("Expired")
    String expired();

    @Message("Locked")
    String locked();

    @Message("No test users")
    String none();

    @Message("Add one to rehearse with.")
    String noneHint();

    @Message("The sandbox bank does not answer")
    String away();

    @Message("Nothing is lost. Load this page again in a minute.")
    String awayHint();

    @Message("Add a test user")
    String addTitle();

    @Message("Add")
    String add();

    @Message("Expire session")
    String expire();

    @Message("Expire the session?")
    String expireTitle();

    @Message("A connection with this user then has to be renewed with the same password.")
    String expireText();

    @Message("Delete")
    String delete();

    @Message("Delete this test user?")
    String deleteTitle();

    @Message("A connection with this user stops working.")
    String deleteText();

    // What they are for
    @Message("May authorize payments")
    String authorizer();

    @Message("May authorize payments; asked for a code when connecting")
    String authorizerWithOtp();

    @Message("May queue payments, but not authorize them")
    String maker();

    @Message("The password has expired")
    String passwordExpired();

    @Message("Locked by the bank")
    String lockedPurpose();

    @Message("A private person; cannot be used for payouts")
    String retailPurpose();

    // What actions say
    @Message("The test user was added.")
    String added();

    @Message("The test user was deleted.")
    String deleted();

    @Message("The session has expired. Connect the user again.")
    String sessionExpired();

    @Message("Choose a bank and what the user is for.")
    String choose();

    @Message("The sandbox bank did not do it. Look at the list and try again.")
    String noAnswer();

    // Time that passes at the sandbox bank
    @Message("Let time pass")
    String timeTitle();

    @Message(
            "What this application waits for at the sandbox bank comes nearer: settlements, cool-offs of new destinations, the end of a code and of maintenance.")
    String timeText();

    @Message("How long")
    String howLong();

    @Message("A minute")
    String minute();

    @Message("An hour")
    String hour();

    @Message("A day")
    String day();

    @Message("Let it pass")
    String letPass();

    @Message("Time has passed at the sandbox bank: {howLong}.")
    String timePassed(String howLong);

    @Message("Choose how long.")
    String chooseTime();

    // Amounts that make the sandbox bank do something
    @Message("Amounts that rehearse an ending")
    String triggers();

    @Message("Pay an amount that ends like this, in any currency, and the sandbox bank does what stands beside it.")
    String triggersText();

    @Message("Amount ends in")
    String triggerAmount();

    @Message("At")
    String triggerAt();

    @Message("What the bank does")
    String triggerDoes();

    @Message("Ends in")
    String triggerEnds();
}
