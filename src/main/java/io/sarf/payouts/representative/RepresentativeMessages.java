package io.sarf.payouts.representative;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the representative's console. */
@MessageBundle("representative")
interface RepresentativeMessages {
    @Message("Representative")
    String title();

    @Message("Sandbox")
    String sandbox();

    @Message("Production")
    String production();

    @Message("Waiting for payouts")
    String requests();

    @Message("Nobody waits")
    String noRequests();

    @Message("When a Financial Controller asks for payouts, it appears here.")
    String noRequestsHint();

    @Message("Applications")
    String applications();

    @Message("Name of the application")
    String search();

    @Message("Search")
    String searchAction();

    @Message("No application with this name")
    String nothingFound();

    @Message("Try a shorter part of it.")
    String nothingFoundHint();

    @Message("Application")
    String application();

    @Message("Environment")
    String environment();

    @Message("Waiting since")
    String since();

    @Message("Created")
    String created();

    @Message("Application id")
    String id();

    @Message("Payouts is enabled")
    String enabled();

    @Message("Payouts is not enabled")
    String disabled();

    @Message("Access requested")
    String requested();

    @Message("Reason")
    String reason();

    @Message("The application's owner can read it.")
    String reasonHint();

    @Message("Payouts")
    String payouts();

    @Message("Bank portal")
    String bankPortal();

    @Message("Payouts that wait are shown in the bank's own portal, and approvers there can authorize them.")
    String bankPortalHint();

    @Message("Enable the bank portal")
    String enableBankPortal();

    @Message("Disable the bank portal")
    String disableBankPortal();

    @Message("The bank portal is enabled in {environment}. Payouts sent from now on are shown there.")
    String bankPortalEnabledNow(String environment);

    @Message("The bank portal is disabled in {environment}. Payouts sent from now on are not shown there.")
    String bankPortalDisabledNow(String environment);

    @Message("Orders nobody knows")
    String quarantine();

    @Message(
            "A bank has these orders for a company's account, and our books do not: no payout knows them, or what the bank says of them cannot be recorded. Nothing is sent from the account until you have asked the bank and cleared the order.")
    String quarantineHint();

    @Message("Account")
    String account();

    @Message("Reference at the bank")
    String reference();

    @Message("Bank says")
    String bankSays();

    @Message("Seen")
    String seen();

    @Message("Clear")
    String clear();

    @Message("The order is cleared. Payouts leave the account again.")
    String cleared();

    @Message("Authorization on demand")
    String onDemand();

    @Message("The client's back end chooses payouts that wait, and they are authorized without a person.")
    String onDemandHint();

    @Message("Enabled")
    String on();

    @Message("Not enabled")
    String off();

    @Message("Enable on demand")
    String enableOnDemand();

    @Message("Disable on demand")
    String disableOnDemand();

    @Message("Authorization on demand is enabled in {environment}. The next token carries it.")
    String onDemandEnabledNow(String environment);

    @Message("Authorization on demand is disabled in {environment}. It is refused from now on.")
    String onDemandDisabledNow(String environment);

    @Message("Enable payouts")
    String enable();

    @Message("Disable payouts")
    String disable();

    @Message("Give a reason of 1 to {max} characters. Invisible characters are not allowed.")
    String reasonInvalid(int max);

    @Message("Payouts is enabled in {environment}.")
    String enabledNow(String environment);

    @Message("Payouts is disabled in {environment}. New payouts are refused from now on.")
    String disabledNow(String environment);

    @Message("Somebody else changed this meanwhile. This is how it stands now.")
    String stale();
}
