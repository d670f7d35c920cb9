package io.sarf.payouts.bank;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

public final class ReasonWords {
    private final ReasonMessages words;

    private ReasonWords(ReasonMessages words) {
        this.words = words;
    }

    public static ReasonWords in(String language) {
        return new ReasonWords(MessageBundles.get(ReasonMessages.class, Localized.Literal.of(language)));
    }

    public String of(ReasonCode code) {
        return switch (code) {
            case INSUFFICIENT_BALANCE -> words.insufficientBalance();
            case EXCEEDS_DAILY_LIMIT -> words.exceedsDailyLimit();
            case ANOTHER_PAYMENT_ALREADY_IN_PROGRESS -> words.anotherPaymentAlreadyInProgress();
            case USER_CANCELLED -> words.userCancelled();
            case SESSION_EXPIRED_ON_OTP -> words.sessionExpiredOnOtp();
            case BANK_ISSUE -> words.bankIssue();
            case BANK_MAINTENANCE -> words.bankMaintenance();
            case UNSEEN_BANK_ERROR -> words.unseenBankError();
            case EU_ACCOUNT_LOCKED -> words.euAccountLocked();
            case EU_FUNCTIONALITY_RESTRICTED -> words.euFunctionalityRestricted();
            case LOGGED_IN_ELSEWHERE -> words.loggedInElsewhere();
            case ACTIVE_SESSION_EXISTS -> words.activeSessionExists();
            case DUPLICATED_REQUEST -> words.duplicatedRequest();
            case DISABLED_BY_LEAN -> words.disabledByLean();
            case DISABLED_BY_CLIENT -> words.disabledByClient();
            case LEAN_ERROR -> words.leanError();
            case AMOUNT_OVER_MAX_VALUE -> words.amountOverMaxValue();
            case BENEFICIARY_NOT_FOUND -> words.beneficiaryNotFound();
            case CREDENTIALS_UPDATE_REQUIRED -> words.credentialsUpdateRequired();
        };
    }
}
