package io.sarf.payouts.bank;

import io.quarkus.qute.i18n.MessageBundle;

@MessageBundle("reason")
interface ReasonMessages {
    String insufficientBalance();

    String exceedsDailyLimit();

    String anotherPaymentAlreadyInProgress();

    String userCancelled();

    String sessionExpiredOnOtp();

    String bankIssue();

    String bankMaintenance();

    String unseenBankError();

    String euAccountLocked();

    String euFunctionalityRestricted();

    String loggedInElsewhere();

    String activeSessionExists();

    String duplicatedRequest();

    String disabledByLean();

    String disabledByClient();

    String leanError();

    String amountOverMaxValue();

    String beneficiaryNotFound();

    String credentialsUpdateRequired();
}
