package io.sarf.payouts.connection;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the bank connections and of Connect account. */
@MessageBundle("connection")
interface ConnectionMessages {
    // The list
    @Message("Bank connections")
    String title();

    @Message("The bank logins this environment works with, and what each of them is for.")
    String lead();

    @Message("Connect account")
    String connectAccount();

    @Message("No bank is connected yet")
    String emptyTitle();

    @Message("Connect your company's bank account. Destinations and payouts go through it.")
    String emptyText();

    @Message("Bank")
    String bank();

    @Message("Connected by")
    String connectedBy();

    @Message("you")
    String you();

    @Message("Authorizer")
    String authorizer();

    @Message("Default authorizer")
    String defaultAuthorizer();

    @Message("Manual authorizer")
    String manualAuthorizer();

    @Message("State")
    String state();

    @Message("Connected")
    String active();

    @Message("Expired")
    String expired();

    @Message("Connected on")
    String connectedAt();

    @Message("You cannot authorize payouts of this bank from the dashboard.")
    String yoursIsDefault();

    @Message(
            "No longer a Financial Controller here. The connection keeps working until a representative changes the default authorizer.")
    String gone();

    // Step 1
    @Message("Bank")
    String stepBank();

    @Message("Credentials")
    String stepCredentials();

    @Message("Code")
    String stepCode();

    @Message("Which bank is the account at?")
    String chooseBank();

    @Message("Business accounts")
    String business();

    @Message("Personal accounts: cannot be used for payouts")
    String retail();

    @Message("You have connected this bank")
    String mine();

    @Message("Not available at the moment")
    String closed();

    @Message("No bank is offered here yet")
    String noBankTitle();

    @Message("Talk to your representative about the bank you use.")
    String noBankText();

    @Message("Back to bank connections")
    String backToList();

    // Step 2
    @Message("Sign in to {bank}")
    String signIn(String bank);

    @Message("User name at the bank")
    String userName();

    @Message("Password at the bank")
    String password();

    @Message("Kept encrypted, used only for calls to the bank, never shown again.")
    String passwordHint();

    @Message("You find test users with their passwords in the Integration tab.")
    String testUsersText();

    @Message("Show test users")
    String testUsers();

    @Message("This is a bank for personal accounts. Its logins cannot be used for payouts and will be refused.")
    String retailWarning();

    @Message("These credentials become the default authorizer")
    String defaultTitle();

    @Message("They are the first at this bank. From now on they add beneficiaries, queue payouts and, where you ask for"
            + " it, authorize them automatically. They need Authorizer permission at the bank.")
    String defaultText();

    @Message("They can no longer be used in the bank's online banking.")
    String consequencePortal();

    @Message("You cannot authorize payouts from the dashboard; another Financial Controller does.")
    String consequenceDashboard();

    @Message("Nobody else can connect the same credentials.")
    String consequenceOnce();

    @Message("I understand")
    String understand();

    @Message("These credentials become a manual authorizer")
    String manualTitle();

    @Message("The bank has a default authorizer already. With these credentials you authorize payouts from the"
            + " dashboard yourself, with a code that the bank sends you. They need Authorizer permission at the bank.")
    String manualText();

    @Message("Another bank")
    String otherBank();

    @Message("Connect")
    String connect();

    @Message("Asking the bank…")
    String asking();

    // Step 3
    @Message("Enter the code")
    String codeTitle();

    @Message("{bank} sent a code to:")
    String codeSent(String bank);

    @Message("Code")
    String code();

    @Message("Valid until {time}")
    String validUntil(String time);

    /** With # where the browser counts the time down. */
    @Message("Valid for #")
    String validFor();

    @Message("The code has expired.")
    String codeOver();

    @Message("{#when plural:en(count)}{#is 'one'}{count} attempt{#else}{count} attempts{/when} left")
    String attemptsLeft(int count);

    @Message("This code cannot be used any more. Start again, and the bank sends a new one.")
    String codeClosed();

    @Message("Start again")
    String startAgain();

    // What came of it
    @Message("{bank} is connected. Your credentials are its default authorizer.")
    String connectedDefault(String bank);

    @Message("{bank} is connected. You are a manual authorizer.")
    String connectedManual(String bank);

    @Message("This is needed.")
    String needed();

    @Message("Use {max} characters at most.")
    String tooLong(int max);

    @Message("Tick the box to say that you know what follows.")
    String understoodNeeded();

    @Message("Enter the code that the bank sent you.")
    String codeNeeded();

    @Message("The bank does not know this user name with this password. Check both and try again; the bank may lock the"
            + " login after too many attempts.")
    String wrongCredentials();

    @Message("That is not the code the bank sent. Compare it once more.")
    String wrongCode();

    @Message("The code has expired or was wrong too often. Enter the credentials again, and the bank sends a new one.")
    String codeExpired();

    @Message("The password has expired. Set a new one in the bank's online banking, then connect with it.")
    String passwordExpired();

    @Message("The bank has locked this login. Ask the bank to unlock it, then try again.")
    String locked();

    @Message("This is a personal login. Payouts need a login for business accounts.")
    String notForPayouts();

    @Message("The bank is under maintenance. Nothing was connected; try again later.")
    String maintenance();

    @Message("The bank did not answer. Nothing was connected; try again.")
    String noAnswer();

    @Message("You have connected this bank already: one login per person.")
    String alreadyConnected();

    @Message("Somebody else was faster, so these credentials would now be something else than you were told. Read below"
            + " what they become now, and decide anew.")
    String authorizerChanged();

    @Message("These credentials have no Authorizer permission at the bank. Connect credentials that have it.")
    String notAnAuthorizer();

    @Message("These bank credentials are connected already, here or elsewhere.")
    String credentialsInUse();
}
