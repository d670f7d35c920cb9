package io.sarf.payouts.bank;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Why something did not happen, for people; one message for each {@link ReasonCode}. */
@MessageBundle("reason")
interface ReasonMessages {
    @Message("The balance is too low")
    String insufficientBalance();

    @Message("Above the daily limit at the bank")
    String exceedsDailyLimit();

    @Message("Another payment is in progress at the bank")
    String anotherPaymentAlreadyInProgress();

    @Message("Cancelled by a person")
    String userCancelled();

    @Message("No code arrived in time")
    String sessionExpiredOnOtp();

    @Message("Something went wrong at the bank")
    String bankIssue();

    @Message("The bank is under maintenance")
    String bankMaintenance();

    @Message("The bank gave a reason we do not know")
    String unseenBankError();

    @Message("The bank has locked the login")
    String euAccountLocked();

    @Message("The bank does not allow this to the login")
    String euFunctionalityRestricted();

    @Message("The login is in use elsewhere")
    String loggedInElsewhere();

    @Message("The login is in use already")
    String activeSessionExists();

    @Message("The bank took it for one it has already")
    String duplicatedRequest();

    @Message("Switched off by the representative")
    String disabledByLean();

    @Message("Switched off by the company")
    String disabledByClient();

    @Message("Something went wrong on our side")
    String leanError();

    @Message("The amount is above what the bank takes")
    String amountOverMaxValue();

    @Message("The bank does not know the beneficiary")
    String beneficiaryNotFound();

    @Message("The bank credentials have to be renewed")
    String credentialsUpdateRequired();
}
